package nearside.storage.vault;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// How a key is made from words that a person knows: PBKDF2 with HMAC-SHA512 (RFC 8018). Guessing
/// costs an attacker as many rounds for each guess.
///
/// @param salt random, in base64
record Passphrase(int rounds, String salt) {
    /// OWASP asks for 210,000 at least; these take about half a second on one core of 2020.
    static final int ROUNDS = 600_000;

    /// More would let a changed file hold up the start for minutes.
    static final int MOST_ROUNDS = 20_000_000;

    private static final int SALT_BYTES = 16;

    Passphrase {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException(
                    "rounds: expected 1 to " + MOST_ROUNDS + ", found " + rounds);
        }
    }

    static Passphrase fresh() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Passphrase(ROUNDS, Base64.getEncoder().encodeToString(salt));
    }

    /// The same words give the same key, however a keyboard composes their letters.
    SecretKey key(char[] words) {
        char[] composed =
                Normalizer.normalize(CharBuffer.wrap(words), Normalizer.Form.NFKC).toCharArray();
        PBEKeySpec spec =
                new PBEKeySpec(
                        composed, Base64.getDecoder().decode(salt), rounds, 8 * RootKey.BYTES);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
            Arrays.fill(composed, '\0');
        }
    }
}
