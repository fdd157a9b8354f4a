package nearside.storage.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Bytes under AES-256-GCM (NIST SP 800-38D): one byte of version, twelve of a random nonce, the
/// ciphertext, sixteen of tag. With a key of its own for each conversation, random nonces are good
/// for 2^32 values (section 8.3 there).
final class Sealed {
    static final byte VERSION = 1;
    static final int NONCE = 12;
    static final int TAG = 16;

    /// What is longer than the plain text.
    static final int OVERHEAD = 1 + NONCE + TAG;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /// @param bound where these bytes belong; without the same they cannot be opened
    static byte[] of(SecretKey key, String bound, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        ByteBuffer sealed = ByteBuffer.allocate(OVERHEAD + plain.length).put(VERSION).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws AEADBadTagException if this was not sealed under that key for that place, or was
    ///   changed since
    static byte[] open(SecretKey key, String bound, byte[] sealed) throws AEADBadTagException {
        if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
            throw new AEADBadTagException("not sealed by version " + VERSION);
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, bound)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException changed) {
            throw changed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String bound)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(("nearside " + VERSION + "\0" + bound).getBytes(UTF_8));
        return cipher;
    }
}
