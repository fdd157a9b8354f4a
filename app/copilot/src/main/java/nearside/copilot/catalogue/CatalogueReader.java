package nearside.copilot.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Objects;

/// Believes a catalogue that the holder of a key signed, and reads no other.
///
/// @param leastSerial of those that are accepted
public record CatalogueReader(PublicKey key, long leastSerial) {
    /// The most bytes of a catalogue.
    public static final int MOST_BYTES = 1 << 20;

    public CatalogueReader {
        Objects.requireNonNull(key);
    }

    /// First the size, then the signature; only then is anything in it looked at.
    ///
    /// @param signature the content of the file beside it
    public CatalogueReading read(byte[] catalogue, byte[] signature) {
        if (catalogue.length > MOST_BYTES) {
            return new CatalogueReading.Refused(new CatalogueFault.TooLarge(MOST_BYTES));
        }
        return isSigned(catalogue, signature)
                ? parsed(catalogue)
                : new CatalogueReading.Refused(new CatalogueFault.BadSignature());
    }

    private boolean isSigned(byte[] catalogue, byte[] file) {
        return SignatureFile.signature(file)
                .map(signature -> isSigned(catalogue, key, signature))
                .orElse(false);
    }

    private static boolean isSigned(byte[] catalogue, PublicKey key, byte[] signature) {
        try {
            Signature verifying = Signature.getInstance(CatalogueKey.ALGORITHM);
            verifying.initVerify(key);
            verifying.update(SignatureFile.domain());
            verifying.update(catalogue);
            return verifying.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private CatalogueReading parsed(byte[] bytes) {
        try {
            Catalogue catalogue = CatalogueJson.catalogue(text(bytes));
            return catalogue.serial() < leastSerial
                    ? new CatalogueReading.Refused(
                            new CatalogueFault.Outdated(catalogue.serial(), leastSerial))
                    : new CatalogueReading.Accepted(catalogue);
        } catch (Unfit unfit) {
            return new CatalogueReading.Refused(unfit.fault());
        }
    }

    private static String text(byte[] bytes) throws Unfit {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException noText) {
            throw new Unfit(new CatalogueFault.NotJson("it is not UTF-8"));
        }
    }
}
