package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.download.DownloadFailure;
import nearside.cloud.download.SmallFile;
import nearside.cloud.download.SmallFile.Outcome;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How often an address is asked, and for what.
class CatalogueSiteTest {
    private static final URI ADDRESS = URI.create("https://models.example.com/near/catalogue.json");
    private static final URI SIGNATURE =
            URI.create("https://models.example.com/near/catalogue.json.sig");
    private static final DownloadFailure BUSY =
            new DownloadFailure.Busy("https://models.example.com:443", 503, Duration.ZERO);
    private static final DownloadFailure OFFLINE =
            new DownloadFailure.NotPermitted("https://models.example.com:443");

    private final List<URI> asked = new ArrayList<>();

    private CatalogueSite site(Map<URI, Outcome> answers) {
        return CatalogueSite.by(wanted -> {
            asked.add(wanted.address());
            return answers.getOrDefault(wanted.address(), new Outcome.Absent());
        });
    }

    private static Outcome came(String text) {
        return new Outcome.Came(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Fetched untold(DownloadFailure failure) {
        return new Fetched.Untold(new CatalogueFault.Unfetched(failure));
    }

    @Test
    void theCatalogueIsAskedForAndThenItsSignature() {
        CatalogueSite site = site(Map.of(ADDRESS, came("all"), SIGNATURE, came("sig")));
        Fetched.Files files = assertInstanceOf(Fetched.Files.class, site.ask(ADDRESS));
        assertArrayEquals("all".getBytes(StandardCharsets.UTF_8), files.catalogue());
        assertArrayEquals("sig".getBytes(StandardCharsets.UTF_8), files.signature());
        assertEquals(List.of(ADDRESS, SIGNATURE), asked);
    }

    @Test
    void oneMoreByteIsReadThanThereMayBe() {
        List<SmallFile> wanted = new ArrayList<>();
        var _ =
                CatalogueSite.by(
                                file -> {
                                    wanted.add(file);
                                    return came("x");
                                })
                        .ask(ADDRESS);
        assertEquals(
                List.of(
                        new SmallFile(ADDRESS, CatalogueReader.MOST_BYTES + 1),
                        new SmallFile(SIGNATURE, SignatureFile.MOST_BYTES + 1)),
                wanted);
    }

    @Test
    void withoutACatalogueNoSignatureIsAskedFor() {
        assertEquals(new Fetched.None(), site(Map.of(SIGNATURE, came("sig"))).ask(ADDRESS));
        assertEquals(List.of(ADDRESS), asked);
    }

    @Test
    void aCatalogueWithoutASignatureIsNotNone() {
        Fetched.Files files =
                assertInstanceOf(
                        Fetched.Files.class, site(Map.of(ADDRESS, came("all"))).ask(ADDRESS));
        assertEquals(0, files.signature().length);
    }

    @Test
    void aSignatureThatDoesNotComeIsAFailure() {
        assertEquals(
                untold(BUSY),
                site(Map.of(ADDRESS, came("all"), SIGNATURE, new Outcome.Failed(BUSY)))
                        .ask(ADDRESS));
    }

    @Test
    void itIsAskedOnceUnlessSomebodyWishesForMore() {
        CatalogueSite site = site(Map.of(ADDRESS, new Outcome.Failed(BUSY)));
        assertEquals(untold(BUSY), site.ask(ADDRESS));
        assertEquals(untold(BUSY), site.ask(ADDRESS));
        assertEquals(List.of(ADDRESS), asked);
        site.forget();
        assertEquals(untold(BUSY), site.ask(ADDRESS));
        assertEquals(List.of(ADDRESS, ADDRESS), asked);
    }

    @Test
    void whoWasOfflineHasNotAsked() {
        CatalogueSite site = site(Map.of(ADDRESS, new Outcome.Failed(OFFLINE)));
        assertEquals(untold(OFFLINE), site.ask(ADDRESS));
        assertEquals(untold(OFFLINE), site.ask(ADDRESS));
        assertEquals(List.of(ADDRESS, ADDRESS), asked);
    }

    @Test
    void anotherAddressIsAnotherQuestion() {
        URI other = URI.create("https://other.example.com/catalogue.json");
        CatalogueSite site = site(Map.of());
        var _ = site.ask(ADDRESS);
        var _ = site.ask(other);
        assertEquals(List.of(ADDRESS, other), asked);
    }

    @Test
    void whoIsInterruptedIsToldNothingAndStaysInterrupted() {
        CatalogueSite site =
                CatalogueSite.by(_ -> {
                    throw new InterruptedException();
                });
        assertInstanceOf(Fetched.Untold.class, site.ask(ADDRESS));
        assertTrue(Thread.interrupted());
    }

    @Test
    void withoutAWayItSaysWhy() {
        CatalogueFault why = new CatalogueFault.NoDoor("ca.pem");
        assertEquals(new Fetched.Untold(why), CatalogueSite.closed(why).ask(ADDRESS));
    }
}
