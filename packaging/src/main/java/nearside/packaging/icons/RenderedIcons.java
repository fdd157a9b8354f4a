package nearside.packaging.icons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Every icon file of the project, as the source gives it.
public final class RenderedIcons {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512, 1024};
    private static final int[] WINDOW_SIZES = {16, 32, 48, 64, 128, 256};
    private static final Path RENDERED = Path.of("icons/rendered");
    private static final Path WINDOW =
            Path.of("app/desktop/src/main/resources/nearside/desktop/icon");

    private RenderedIcons() {}

    /// Writes all of them. Argument: the project's root.
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        for (var file : of(Drawing.read(root.resolve("icons/nearside.svg"))).entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /// The files by their paths in the project.
    public static Map<Path, byte[]> of(Drawing drawing) {
        Map<Path, byte[]> files = new TreeMap<>();
        for (int size : SIZES) {
            files.put(
                    RENDERED.resolve("nearside-" + size + ".png"), IconFile.png(drawing.at(size)));
        }
        for (int size : WINDOW_SIZES) {
            files.put(WINDOW.resolve(size + ".png"), IconFile.png(drawing.at(size)));
        }
        files.put(RENDERED.resolve("nearside.ico"), IconFile.ico(drawing));
        files.put(RENDERED.resolve("nearside.icns"), IconFile.icns(drawing));
        return files;
    }
}
