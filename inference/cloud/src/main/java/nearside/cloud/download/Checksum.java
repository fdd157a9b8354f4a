package nearside.cloud.download;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// The sum by which the bytes of a file are known.
///
/// @param hex in lower case
public record Checksum(Kind kind, String hex) {
    /// How it is made.
    public enum Kind {
        /// SHA-256 of the content.
        SHA_256("SHA-256", 64),
        /// What Git calls a small file: SHA-1 of `blob`, its size, a zero byte and the content.
        GIT_BLOB("SHA-1", 40);

        private final String algorithm;
        private final int digits;

        Kind(String algorithm, int digits) {
            this.algorithm = algorithm;
            this.digits = digits;
        }
    }

    public Checksum {
        Objects.requireNonNull(kind);
        if (hex.length() != kind.digits || !hex.matches("[0-9a-f]*")) {
            throw new IllegalArgumentException(
                    "sum: expected " + kind.digits + " digits, found \"" + hex + "\"");
        }
    }

    /// A sum of that kind that has just begun, for a file of that size.
    MessageDigest begin(long size) {
        try {
            MessageDigest digest = MessageDigest.getInstance(kind.algorithm);
            if (kind == Kind.GIT_BLOB) {
                digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What such a sum came to.
    Checksum of(MessageDigest ended) {
        return new Checksum(kind, HexFormat.of().formatHex(ended.digest()));
    }
}
