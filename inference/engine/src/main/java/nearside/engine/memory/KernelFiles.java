package nearside.engine.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The small text files in which the Linux kernel tells about itself.
record KernelFiles(Path root) {
    /// The text of a file, empty where there is none or it may not be read.
    String text(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unknown) {
            return "";
        }
    }
}
