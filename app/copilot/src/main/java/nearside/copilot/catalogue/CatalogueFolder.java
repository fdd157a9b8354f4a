package nearside.copilot.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A folder in which a catalogue lies beside its signature.
public record CatalogueFolder(Path path) {
    /// The file that holds the catalogue.
    public static final String CATALOGUE = "catalogue.json";

    /// What stands behind that name in the name of the signature's file.
    public static final String SIGNED = ".sig";

    /// Empty where no catalogue lies; a catalogue without its signature is refused.
    Optional<CatalogueReading> read(CatalogueReader reader) {
        try {
            Optional<byte[]> catalogue = bytes(CATALOGUE, CatalogueReader.MOST_BYTES);
            return catalogue.isPresent()
                    ? Optional.of(reader.read(catalogue.get(), signature()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(new CatalogueReading.Refused(new CatalogueFault.Unreadable()));
        }
    }

    private byte[] signature() throws IOException {
        return bytes(CATALOGUE + SIGNED, SignatureFile.MOST_BYTES).orElse(new byte[0]);
    }

    /// One more than the most at most, so that a file that is too large is seen.
    private Optional<byte[]> bytes(String name, int most) throws IOException {
        try (InputStream in = Files.newInputStream(path.resolve(name))) {
            return Optional.of(in.readNBytes(most + 1));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }
}
