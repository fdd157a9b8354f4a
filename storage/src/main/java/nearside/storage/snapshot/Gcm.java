package nearside.storage.snapshot;

import java.security.GeneralSecurityException;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM over one block.
class Gcm {
    static final int TAG = 16;

    private final Cipher cipher;

    Gcm() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Seals a block.
    ///
    /// @return how many bytes of `sealed` were written: those of the block and [#TAG] more
    int seal(Nonce nonce, byte[] plain, int length, byte[] sealed) {
        try {
            prepare(Cipher.ENCRYPT_MODE, nonce);
            return cipher.doFinal(plain, 0, length, sealed, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Opens a block.
    ///
    /// @return how many bytes of `plain` were written
    /// @throws AEADBadTagException if this is not what was sealed under that key, nonce and
    ///   additional data
    int open(Nonce nonce, byte[] sealed, int length, byte[] plain) throws AEADBadTagException {
        try {
            prepare(Cipher.DECRYPT_MODE, nonce);
            return cipher.doFinal(sealed, 0, length, plain, 0);
        } catch (AEADBadTagException damaged) {
            throw damaged;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void prepare(int mode, Nonce nonce) throws GeneralSecurityException {
        SecretKey key = nonce.key();
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce.bytes()));
        cipher.updateAAD(nonce.bound());
    }
}
