package nearside.copilot.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.cloud.download.Hub;
import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.Catalogues;
import nearside.copilot.catalogue.Entry;
import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.catalogue.Traits;
import nearside.engine.accelerator.Provider;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class PublishedTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final InForce REAL =
            new Catalogues(new CatalogueFolder(MODELS), Policy.Models.OPEN, 1).inForce();

    /// The window still names it itself; both have to say the same.
    @Test
    void theFirstOneForTheProcessorIsTheOneThatTheProgramIsMadeFor() {
        assertEquals(
                Optional.of(Published.PHI_3_MINI), REAL.first(Provider.CPU).flatMap(Published::of));
    }

    @Test
    void sizeAndPageFollowTheCatalogue() {
        Published model = REAL.find("phi-4-mini-cuda-int4").flatMap(Published::of).orElseThrow();
        assertEquals("Phi-4 mini", model.name());
        assertEquals(
                URI.create("https://huggingface.co/microsoft/Phi-4-mini-instruct-onnx"),
                model.page());
        assertEquals("gpu/gpu-int4-rtn-block-32", model.folder());
        assertEquals(3_435_353_033L, model.size().weightBytes());
        assertEquals(2L * 32 * 8 * 128 * 4, model.size().kvBytesPerToken());
        assertEquals(131_072, model.window());
        assertEquals(
                Provider.CUDA, REAL.first(Provider.CUDA).orElseThrow().variant().accelerator());
    }

    @Test
    void fromAMirrorItsPageIsThere() {
        Offered real = REAL.first(Provider.CPU).orElseThrow();
        Home mirror = new Home.OnHub(new Hub(URI.create("https://a.example/b/"), List.of()));
        assertEquals(
                Optional.of(
                        URI.create("https://a.example/b/microsoft/Phi-3-mini-4k-instruct-onnx")),
                Published.of(new Offered(real.entry(), real.variant(), mirror))
                        .map(Published::page));
    }

    @Test
    void withoutAShapeNothingIsReckoned() {
        Offered real = REAL.first(Provider.CPU).orElseThrow();
        Entry entry = real.entry();
        Traits traits = entry.traits();
        Entry shapeless =
                new Entry(
                        entry.title(),
                        entry.licence(),
                        new Traits(
                                traits.languages(),
                                traits.window(),
                                traits.parameters(),
                                Optional.empty()),
                        entry.variants());
        assertEquals(
                Optional.empty(),
                Published.of(new Offered(shapeless, real.variant(), real.home())));
    }
}
