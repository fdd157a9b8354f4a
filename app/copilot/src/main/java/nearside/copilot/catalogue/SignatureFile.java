package nearside.copilot.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The file beside a catalogue: an Ed25519 signature in Base64, a newline, and nothing else.
public final class SignatureFile {
    /// The most bytes that are read of one; a sound one has 89.
    static final int MOST_BYTES = 1 << 10;

    private static final int SIGNATURE_BYTES = 64;

    /// Stands before what is signed, so that no signature of anything else fits.
    private static final String DOMAIN = "nearside catalogue 1\n";

    private SignatureFile() {}

    /// What such a file holds for that catalogue.
    ///
    /// @throws GeneralSecurityException if the key is none of Ed25519
    public static byte[] of(byte[] catalogue, PrivateKey key) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(CatalogueKey.ALGORITHM);
        signing.initSign(key);
        signing.update(domain());
        signing.update(catalogue);
        return written(signing.sign());
    }

    static byte[] domain() {
        return DOMAIN.getBytes(StandardCharsets.US_ASCII);
    }

    /// The signature in such a file; empty where the file is written in any other way.
    static Optional<byte[]> signature(byte[] file) {
        try {
            int end = Math.max(0, file.length - 1);
            byte[] signature = Base64.getDecoder().decode(Arrays.copyOf(file, end));
            return signature.length == SIGNATURE_BYTES && Arrays.equals(written(signature), file)
                    ? Optional.of(signature)
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static byte[] written(byte[] signature) {
        String line = Base64.getEncoder().encodeToString(signature) + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }
}
