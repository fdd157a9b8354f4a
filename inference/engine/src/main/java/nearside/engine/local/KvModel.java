package nearside.engine.local;

import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelHash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What keys and values are of: those of another one are of no use.
///
/// @param place where the model lies
/// @param kind SHA-256, in hexadecimal, of all that keys and values depend on: the model's files,
///   its template, the runtime, the precision and the scales of the cache
public record KvModel(String place, String kind) {
    /// Files up to this size count by their content; the weights are gigabytes, and count by size
    /// and by when they were written. Other weights in the same graph would otherwise be taken for
    /// the same model, and what was read with the old ones would spoil replies.
    private static final long SMALL = 1 << 20;

    /// Describes a model as it was opened.
    ///
    /// @param scales those of an int8 cache
    static KvModel of(
            ModelFolder folder, KvPrecision precision, Optional<KvScales> scales, String runtime)
            throws IOException {
        MessageDigest sha256 = sha256();
        update(sha256, "runtime " + runtime + ", cache " + precision + ", " + folder.shape());
        update(sha256, ModelHash.of(folder));
        for (String name : folder.contents().files()) {
            file(sha256, name, folder.path().resolve(name));
        }
        sha256.update(scales.map(KvScales::bytes).orElseGet(() -> new byte[0]));
        return new KvModel(folder.path().toString(), HexFormat.of().formatHex(sha256.digest()));
    }

    private static void file(MessageDigest sha256, String name, Path file) throws IOException {
        update(sha256, name + " " + Files.getLastModifiedTime(file));
        if (Files.size(file) <= SMALL) {
            sha256.update(Files.readAllBytes(file));
        }
    }

    private static void update(MessageDigest sha256, String line) {
        sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
