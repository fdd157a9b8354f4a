package nearside.storage.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The one secret of a profile: 32 random bytes. Nothing is sealed with it; each purpose has a key
/// derived from it by HKDF-SHA256 (RFC 5869).
public final class RootKey {
    public static final int BYTES = 32;

    private static final int CHECK_BYTES = 16;

    private final byte[] bytes;

    private RootKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The key of these 32 bytes, which are copied.
    public static RootKey of(byte[] bytes) {
        if (Objects.requireNonNull(bytes).length != BYTES) {
            throw new IllegalArgumentException(
                    "a root key: expected " + BYTES + " bytes, found " + bytes.length);
        }
        return new RootKey(bytes.clone());
    }

    public static RootKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new RootKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// A key for one purpose.
    SecretKey derived(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(bytes)
                                    .thenExpand(purpose.getBytes(UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The key that names of sealed files are made with.
    public SecretKey forNames() {
        return derived("nearside names of sealed files", "HmacSHA256");
    }

    /// Tells this key from others and says nothing of it.
    public String check() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derived("nearside check", "HmacSHA256"));
            byte[] whole = mac.doFinal("nearside".getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, CHECK_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RootKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return check().hashCode();
    }

    /// Tells nothing of the key.
    @Override
    public String toString() {
        return "a root key";
    }
}
