package nearside.packaging.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A short text that changes when the inputs of a step change, kept in a file so that the step is
/// skipped while they do not.
public record Stamp(String digest) {
    /// Larger files are known by size and time: nobody edits a jar or a model by a few bytes.
    private static final long READ_WHOLE = 4L << 20;

    /// Stamps some facts and the files below some paths, wherever those lie.
    public static Stamp of(List<String> facts, List<Path> paths) throws IOException {
        MessageDigest digest = sha256();
        for (String fact : facts) {
            digest.update((fact + "\n").getBytes(UTF_8));
        }
        for (Path path : paths) {
            for (Path file : below(path)) {
                digest.update(path.relativize(file).toString().getBytes(UTF_8));
                digest.update(known(file));
            }
        }
        return new Stamp(HexFormat.of().formatHex(digest.digest()));
    }

    /// Whether the step was finished with these very inputs.
    public boolean standsIn(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(digest);
    }

    /// Says that the step is finished.
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, digest);
    }

    private static List<Path> below(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] known(Path file) throws IOException {
        long size = Files.size(file);
        if (size <= READ_WHOLE) {
            return Files.readAllBytes(file);
        }
        FileTime time = Files.getLastModifiedTime(file);
        return (size + " " + time.toMillis()).getBytes(UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
