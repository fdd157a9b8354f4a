package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.copilot.catalogue.CatalogueFault.DuplicateKey;
import nearside.copilot.catalogue.CatalogueFault.TooLarge;
import nearside.copilot.catalogue.CatalogueFault.UnknownKey;
import nearside.copilot.catalogue.CatalogueFault.WrongValue;
import nearside.copilot.catalogue.CatalogueReading.Accepted;
import nearside.copilot.catalogue.CatalogueReading.Refused;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class CatalogueReaderTest {
    private final TestKey key = new TestKey();

    private CatalogueFault fault(String before, String after) {
        String text = Samples.WHOLE.replace(before.replace('\'', '"'), after.replace('\'', '"'));
        return assertInstanceOf(Refused.class, key.read(text)).fault();
    }

    @Test
    void aWrongValueIsNamedWithItsPlace() {
        assertEquals(
                new WrongValue(
                        "models[0].variants[0].folder",
                        "a relative path of at most 10 plain names",
                        "\"../x\""),
                fault("cpu/int4", "../x"));
        assertEquals(
                new WrongValue("models[0].window", "a whole number from 1 to 100000000", "0"),
                fault("4096", "0"));
        assertEquals(
                new WrongValue(
                        "models[0].variants[0].accelerator",
                        "one of cpu, cuda, directml",
                        "\"gpu\""),
                fault("'cpu'", "'gpu'"));
        assertEquals(
                new WrongValue("models[0].languages[1]", "a language tag", "\"x\""),
                fault("zh-Hant", "x"));
        assertEquals(
                new WrongValue("models[0].variants[0].bytes", "a value", "nothing"),
                fault("'bytes': 30,", ""));
        assertEquals(
                new WrongValue("models", "each id once", "tiny"), fault("tiny-cpu-int4", "tiny"));
    }

    @Test
    void whatIsNamedCanBeShown() {
        WrongValue wrong =
                assertInstanceOf(
                        WrongValue.class, fault("'Tiny'", "'a\u202Eb" + "c".repeat(99) + "'"));
        assertEquals("\"a?b" + "c".repeat(76) + "…", wrong.found());
        assertEquals(new UnknownKey("a?b"), fault("'serial'", "'a\u2066b': 1, 'serial'"));
    }

    @Test
    void keysAreKnownAndGivenOnce() {
        assertEquals(
                new UnknownKey("models[0].variants[0].url"),
                fault("'bytes': 30", "'bytes': 30, 'url': 1"));
        assertEquals(new DuplicateKey("layers"), fault("'layers': 2", "'layers': 2, 'layers': 2"));
    }

    @Test
    void oneMebibyteIsReadAndNotAByteMore() {
        String whole = Samples.WHOLE;
        int room =
                CatalogueReader.MOST_BYTES - Samples.WHOLE.getBytes(StandardCharsets.UTF_8).length;
        assertInstanceOf(Accepted.class, key.read(whole + " ".repeat(room)));
        assertEquals(
                new Refused(new TooLarge(CatalogueReader.MOST_BYTES)),
                key.read(whole + " ".repeat(room + 1)));
    }

    @Test
    void whatMayBeLeftOutMay() {
        String bare =
                Samples.WHOLE
                        .replaceAll("(?s),\\s*\"files\": \\[.*?\\]", "")
                        .replaceAll("\"shape\": \\{.*?\\},", "")
                        .replaceAll("\"emphasis\": \"speed\",", "")
                        .replaceAll(", \"address\": \"[^\"]*\"", "");
        Accepted accepted = assertInstanceOf(Accepted.class, key.read(bare));
        Entry entry = accepted.catalogue().models().getFirst();
        assertEquals(
                new Entry(
                        entry.title(),
                        new Licence("MIT", Optional.empty()),
                        new Traits(List.of("en", "zh-Hant"), 4_096, 1_000_000, Optional.empty()),
                        entry.variants()),
                entry);
        assertEquals(List.of(), entry.variants().getFirst().files());
        assertInstanceOf(
                Accepted.class,
                key.read("{\"format\":1,\"serial\":1,\"issued\":\"2026-01-01\",\"models\":[]}"));
    }
}
