package nearside.storage.keystore;

import nearside.storage.folder.Forced;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file that holds sealed bytes, a line for each vault: its id, a space, and the bytes in base64.
record BlobFile(Path file) {
    private static final long LONGEST = 1 << 16;

    /// Empty when there are none, or none that can be read.
    Optional<byte[]> find(String vault) throws IOException {
        return Optional.ofNullable(lines().get(vault)).flatMap(BlobFile::bytes);
    }

    void put(String vault, byte[] sealed) throws IOException {
        Map<String, String> lines = lines();
        lines.put(vault, Base64.getEncoder().encodeToString(sealed));
        write(lines);
    }

    void remove(String vault) throws IOException {
        Map<String, String> lines = lines();
        if (lines.remove(vault) != null) {
            write(lines);
        }
    }

    private Map<String, String> lines() throws IOException {
        if (!Files.exists(file) || Files.size(file) > LONGEST) {
            return new LinkedHashMap<>();
        }
        return Files.readString(file)
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .collect(
                        Collectors.toMap(
                                parts -> parts[0],
                                parts -> parts[1],
                                (_, last) -> last,
                                LinkedHashMap::new));
    }

    private void write(Map<String, String> lines) throws IOException {
        Forced.replace(
                file,
                lines.entrySet().stream()
                        .map(line -> line.getKey() + " " + line.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
