package nearside.engine.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The small text files in which the Linux kernel tells about itself.
public record KernelFiles(Path root) {
    /// The text of a file, empty where there is none or it may not be read.
    public String text(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unknown) {
            return "";
        }
    }

    /// The names in a folder, sorted; none where there is none or it may not be read.
    public List<String> names(String folder) {
        try (Stream<Path> entries = Files.list(root.resolve(folder))) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
        } catch (IOException unknown) {
            return List.of();
        }
    }
}
