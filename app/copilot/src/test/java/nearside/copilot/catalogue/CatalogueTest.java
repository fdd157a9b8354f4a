package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.download.Source;
import nearside.copilot.catalogue.CatalogueReading.Accepted;
import nearside.copilot.catalogue.Traits.Shape;
import nearside.copilot.catalogue.Variant.Pin;
import nearside.engine.accelerator.Provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The catalogue that comes with the program, by the program's own key.
class CatalogueTest {
    private static final String PHI_3 = "microsoft/Phi-3-mini-4k-instruct-onnx";
    private static final String PHI_4 = "microsoft/Phi-4-mini-instruct-onnx";
    private static final String MEDIUM = "microsoft/Phi-3-medium-4k-instruct-onnx";

    private static Catalogue builtIn() throws IOException {
        CatalogueReading reading =
                new CatalogueReader(CatalogueKey.own(), 1)
                        .read(Samples.builtIn(), Samples.builtInSignature());
        return assertInstanceOf(Accepted.class, reading).catalogue();
    }

    private static Map<String, Entry> entries() throws IOException {
        return builtIn().models().stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    @Test
    void itIsSignedAndToTheLetter() throws IOException {
        assertTrue(builtIn().serial() >= 1);
    }

    @Test
    void theModelThatTheProgramIsMadeForStandsFirst() throws IOException {
        Entry first = builtIn().models().getFirst();
        assertEquals("Phi-3 mini", first.name());
        assertEquals(
                new Variant(
                        "phi-3-mini-4k-cpu-int4",
                        Provider.CPU,
                        Optional.of(Variant.Emphasis.SPEED),
                        new Source(
                                PHI_3, "main", "cpu_and_mobile/cpu-int4-rtn-block-32-acc-level-4"),
                        2_725_453_459L,
                        List.of()),
                first.variants().getFirst());
    }

    @Test
    void everyFolderIsOneThatIsPublished() throws IOException {
        String cpu = "cpu-int4-rtn-block-32-acc-level-4";
        Set<String> folders =
                builtIn().models().stream()
                        .flatMap(entry -> entry.variants().stream())
                        .map(it ->
                                it.source().repository()
                                        + " "
                                        + it.source().folder()
                                        + " "
                                        + it.bytes())
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        PHI_3 + " cpu_and_mobile/" + cpu + " 2725453459",
                        PHI_3 + " cpu_and_mobile/cpu-int4-rtn-block-32 2725445062",
                        PHI_3 + " directml/directml-int4-awq-block-128 2135763374",
                        "microsoft/Phi-3.5-mini-instruct-onnx"
                                + " cpu_and_mobile/cpu-int4-awq-block-128-acc-level-4 2782186064",
                        PHI_4 + " cpu_and_mobile/" + cpu + " 4930563630",
                        PHI_4 + " gpu/gpu-int4-rtn-block-32 3435353033",
                        MEDIUM + "-cpu " + cpu + " 9285363032",
                        MEDIUM + "-directml directml-int4-awq-block-128 7502551089",
                        "microsoft/mistral-7b-instruct-v0.2-ONNX"
                                + " onnx/cpu_and_mobile/mistral-7b-instruct-v0.2-"
                                + cpu
                                + " 4988651315"),
                folders);
    }

    @ParameterizedTest
    @CsvSource({
        "phi-3-mini-4k,4096,32,32,96,32064,MIT",
        "phi-3.5-mini,131072,32,32,96,32064,MIT",
        "phi-4-mini,131072,32,8,128,200064,MIT",
        "phi-3-medium-4k,4096,40,10,128,32064,MIT",
        "mistral-7b-v0.2,32768,32,8,128,32000,Apache-2.0"
    })
    void shapesAreThoseOfTheMakers(
            String id, int window, int layers, int heads, int size, int words, String licence)
            throws IOException {
        Entry entry = Optional.ofNullable(entries().get(id)).orElseThrow();
        assertEquals(window, entry.traits().window());
        assertEquals(licence, entry.licence().id());
        assertEquals(Optional.of(new Shape(layers, heads, size, words)), entry.traits().shape());
    }

    @Test
    void theSameIdTwiceIsNoCatalogue() {
        Entry one = Samples.entry("a", "a-cpu");
        assertThrows(
                IllegalArgumentException.class,
                () -> Samples.catalogue(1, one, Samples.entry("b", "a-cpu")));
        assertThrows(
                IllegalArgumentException.class,
                () -> Samples.catalogue(1, one, Samples.entry("a-cpu", "b")));
        assertThrows(IllegalArgumentException.class, () -> Samples.catalogue(0, one));
    }

    @Test
    void recordsCheckThemselves() {
        assertThrows(IllegalArgumentException.class, () -> new Source("a/b", "main", "../c"));
        assertThrows(IllegalArgumentException.class, () -> new Source("a", "main", "c"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Samples.variant("x", new Source("a/b", "v1", "c")));
        assertThrows(
                IllegalArgumentException.class, () -> new Pin("../a.onnx", 1, "ab".repeat(32)));
        assertThrows(IllegalArgumentException.class, () -> new Licence("", Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Shape(0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Samples.variant("con"));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Variant(
                                "a",
                                Provider.WEBGPU,
                                Optional.empty(),
                                new Source("a/b", "main", "c"),
                                1,
                                List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Traits(List.of("en", "en"), 1, 1, Optional.empty()));
    }
}
