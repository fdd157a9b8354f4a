package nearside.storage.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// Keys for one purpose each, derived by HKDF-SHA256 (RFC 5869) from the key of a conversation.
public final class Keys {
    private static final int BYTES = 32;

    private final SecretKey root;

    public Keys(SecretKey root) {
        this.root = root;
    }

    /// The key that blocks of one segment are sealed with.
    SecretKey ofSegment(byte[] salt) {
        return derived(salt, "nearside snapshot segment", "AES");
    }

    /// The key that names of what was said are made with.
    SecretKey ofNames() {
        return derived(new byte[0], "nearside snapshot names", "HmacSHA256");
    }

    private SecretKey derived(byte[] salt, String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(root)
                                    .addSalt(salt)
                                    .thenExpand(purpose.getBytes(UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
