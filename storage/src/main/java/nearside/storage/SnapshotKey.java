package nearside.storage;

import java.security.SecureRandom;
import java.util.Objects;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that a profile's snapshots are sealed with; everything else is derived from it.
public final class SnapshotKey {
    static final int BYTES = 32;

    private final SecretKey secret;

    private SnapshotKey(byte[] bytes) {
        this.secret = new SecretKeySpec(bytes, "HKDF");
    }

    /// The key of these 32 bytes, which are copied.
    public static SnapshotKey of(byte[] bytes) {
        if (Objects.requireNonNull(bytes).length != BYTES) {
            throw new IllegalArgumentException(
                    "a snapshot key: expected " + BYTES + " bytes, found " + bytes.length);
        }
        return new SnapshotKey(bytes);
    }

    /// A key that nobody has: what is sealed with it is lost when the program ends.
    public static SnapshotKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SnapshotKey(bytes);
    }

    SecretKey secret() {
        return secret;
    }

    /// Tells nothing of the key.
    @Override
    public String toString() {
        return "a snapshot key";
    }
}
