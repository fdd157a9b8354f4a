package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.copilot.catalogue.CatalogueFault;
import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.CatalogueKey;
import nearside.copilot.catalogue.CatalogueSite;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.SignatureFile;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/// What is remembered of a company's catalogue from one start to the next.
class KeptCataloguesTest {
    private static final CatalogueFolder OWN =
            new CatalogueFolder(Path.of(System.getProperty("nearside.models")));

    /// Asked by nobody.
    private static final CatalogueSite NOWHERE =
            CatalogueSite.by(wanted -> {
                throw new AssertionError(wanted);
            });

    @TempDir private Path share;
    @TempDir private Path profile;
    private KeyPair pair = fresh();

    private static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException bug) {
            throw new AssertionError(bug);
        }
    }

    private void publish(int serial) throws Exception {
        String text =
                "{\"format\": 1, \"serial\": %d, \"issued\": \"2026-01-31\", \"models\": []}"
                        .formatted(serial);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(share.resolve(CatalogueFolder.CATALOGUE), bytes);
        Files.write(
                share.resolve(CatalogueFolder.CATALOGUE + CatalogueFolder.SIGNED),
                SignatureFile.of(bytes, pair.getPrivate()));
    }

    private InForce now() {
        return now(profile);
    }

    /// By a start of its own.
    private InForce now(Path keptIn) {
        return KeptCatalogues.in(keptIn, OWN)
                .inForce(
                        new Policy.Models(
                                Optional.of(new Policy.Place.Folder(share)),
                                Optional.of(CatalogueKey.text(pair.getPublic())),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        NOWHERE);
    }

    @Test
    void anEarlierIssueIsNotBelievedAgain() throws Exception {
        publish(7);
        assertEquals(new InForce.Offers(List.of()), now());
        publish(6);
        assertEquals(new InForce.Nothing(new CatalogueFault.Outdated(6, 7)), now());
        publish(7);
        assertEquals(new InForce.Offers(List.of()), now());
    }

    @Test
    void anotherKeyBeginsAnew() throws Exception {
        publish(7);
        assertInstanceOf(InForce.Offers.class, now());
        pair = fresh();
        publish(1);
        assertInstanceOf(InForce.Offers.class, now());
    }

    @Test
    void aProfileThatCannotBeWrittenHidesNothing() throws Exception {
        publish(7);
        Path noFolder = Files.writeString(profile.resolve("file"), "");
        assertEquals(new InForce.Offers(List.of()), now(noFolder));
    }

    @Test
    void withoutAPolicyTheProgramsOwnCounts() {
        assertInstanceOf(
                InForce.Offers.class,
                KeptCatalogues.in(profile, OWN).inForce(Policy.Models.OPEN, NOWHERE));
    }
}
