package nearside.copilot.catalogue;

import java.nio.charset.StandardCharsets;

/// A catalogue and a signature's file that nobody may believe.
final class Tampering {
    private final String what;
    private final byte[] catalogue;
    private final byte[] signature;

    Tampering(String what, byte[] catalogue, byte[] signature) {
        this.what = what;
        this.catalogue = catalogue.clone();
        this.signature = signature.clone();
    }

    /// One that the holder of the key signed as it is.
    static Tampering signed(String what, byte[] catalogue, TestKey key) {
        return new Tampering(what, catalogue, key.signature(catalogue));
    }

    static Tampering signed(String what, String catalogue, TestKey key) {
        return signed(what, catalogue.getBytes(StandardCharsets.UTF_8), key);
    }

    byte[] catalogue() {
        return catalogue.clone();
    }

    CatalogueReading read(CatalogueReader reader) {
        return reader.read(catalogue, signature);
    }

    @Override
    public String toString() {
        return what;
    }
}
