package nearside.copilot.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;

/// A key that is made for one test.
final class TestKey {
    private final KeyPair pair = fresh();

    private static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance(CatalogueKey.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException bug) {
            throw new AssertionError(bug);
        }
    }

    byte[] signature(byte[] catalogue) {
        try {
            return SignatureFile.of(catalogue, pair.getPrivate());
        } catch (GeneralSecurityException bug) {
            throw new AssertionError(bug);
        }
    }

    byte[] signature(String catalogue) {
        return signature(catalogue.getBytes(StandardCharsets.UTF_8));
    }

    PublicKey publicKey() {
        return pair.getPublic();
    }

    String text() {
        return CatalogueKey.text(publicKey());
    }

    CatalogueReading read(String catalogue) {
        return new CatalogueReader(publicKey(), 1)
                .read(catalogue.getBytes(StandardCharsets.UTF_8), signature(catalogue));
    }
}
