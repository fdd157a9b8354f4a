package nearside.copilot.outside;

import nearside.engine.folder.FileNames;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells by names and first bytes what lies at a path, and opens nothing else.
public final class Recognition {
    private static final int DEEPEST = 2;
    private static final int MOST_ENTRIES = 10_000;

    private Recognition() {}

    /// Links on the way there are followed.
    public static Outside of(Path named) throws IOException {
        Path path = resolved(named);
        if (Files.isRegularFile(path)) {
            return file(path);
        }
        return Files.isDirectory(path) && !isModel(path) ? folder(path) : new Outside.Folder(path);
    }

    /// Whether both are one folder; what is gone is no other's.
    public static boolean isSame(Path folder, Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path resolved(Path named) throws IOException {
        try {
            return named.toRealPath();
        } catch (NoSuchFileException absent) {
            return named;
        }
    }

    private static boolean isModel(Path folder) {
        return Files.exists(folder.resolve(FileNames.DESCRIPTION));
    }

    /// A file of a model folder stands for that folder.
    private static Outside file(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path around = Optional.ofNullable(file.getParent()).orElse(file);
        if (FileNames.belongs(name) && isModel(around)) {
            return new Outside.Folder(around);
        }
        Optional<FormatKind> other = FirstBytes.of(file).kind(name);
        return other.<Outside>map(Outside.OtherFormat::new).orElseGet(() -> new Outside.Zip(file));
    }

    private static Outside folder(Path folder) throws IOException {
        List<Path> inside = inside(folder);
        if (inside.size() == 1) {
            return new Outside.Folder(inside.getFirst());
        }
        if (!inside.isEmpty()) {
            return new Outside.SeveralInside(
                    inside.stream().map(found -> relative(folder, found)).toList());
        }
        return kind(folder)
                .<Outside>map(Outside.OtherFormat::new)
                .orElseGet(() -> new Outside.Folder(folder));
    }

    private static String relative(Path folder, Path found) {
        return folder.relativize(found).toString().replace('\\', '/');
    }

    /// The model folders below; links are not followed.
    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder, DEEPEST)) {
            return below.limit(MOST_ENTRIES)
                    .filter(Files::isDirectory)
                    .filter(Recognition::isModel)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static Optional<FormatKind> kind(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve("blobs"))) {
            return Optional.of(FormatKind.OLLAMA);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_ENTRIES)
                    .map(file -> String.valueOf(file.getFileName()))
                    .flatMap(name -> FormatNames.kind(name).stream())
                    .sorted()
                    .findFirst();
        }
    }
}
