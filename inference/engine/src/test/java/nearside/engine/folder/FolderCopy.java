package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A copy of a real model folder with empty weights, to be broken.
record FolderCopy(Path path) {
    static FolderCopy of(String model, Path temp) throws IOException {
        Path source = Path.of(System.getProperty("nearside.models")).resolve(model);
        Path target = Files.createDirectories(temp.resolve(model));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                copy(file, target.resolve(String.valueOf(file.getFileName())));
            }
        }
        return new FolderCopy(target);
    }

    /// Weights are never looked into: zeros of the same length do.
    private static void copy(Path file, Path target) throws IOException {
        if (!file.toString().endsWith(".data")) {
            Files.copy(file, target);
            return;
        }
        try (RandomAccessFile sparse = new RandomAccessFile(target.toFile(), "rw")) {
            sparse.setLength(Files.size(file));
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    FolderCopy without(String name) throws IOException {
        Files.delete(file(name));
        return this;
    }

    FolderCopy with(String name, byte[] content) throws IOException {
        Files.write(file(name), content);
        return this;
    }

    FolderCopy with(String name, String content) throws IOException {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    FolderCopy replace(String name, String before, String after) throws IOException {
        String text = Files.readString(file(name));
        assertTrue(text.contains(before), before);
        return with(name, text.replace(before, after));
    }

    FolderCopy cut(String name, int length) throws IOException {
        return with(name, Arrays.copyOf(bytes(name), length));
    }

    FolderCopy append(String name, byte[] more) throws IOException {
        byte[] before = bytes(name);
        byte[] after = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, after, before.length, more.length);
        return with(name, after);
    }

    FolderFlaw flaw() {
        return assertInstanceOf(FolderCheck.Flawed.class, ModelFolder.check(path)).flaw();
    }

    ModelFolder sound() {
        return assertInstanceOf(
                        FolderCheck.Sound.class,
                        ModelFolder.check(path),
                        () -> ModelFolder.check(path).toString())
                .folder();
    }
}
