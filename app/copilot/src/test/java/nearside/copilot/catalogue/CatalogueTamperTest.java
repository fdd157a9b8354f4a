package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import nearside.copilot.catalogue.CatalogueReading.Accepted;
import nearside.copilot.catalogue.CatalogueReading.Refused;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// No catalogue is believed that its holder did not sign, nor one that is not to the letter.
class CatalogueTamperTest {
    private static final int LEAST = 200;

    private static final TestKey KEY = new TestKey();
    private static final CatalogueReader READER = new CatalogueReader(KEY.publicKey(), 1);
    private static final List<Tampering> UNSIGNED = new ArrayList<>();
    private static final List<Tampering> SIGNED = new ArrayList<>();

    @BeforeAll
    static void tamper() throws IOException {
        Tamperings tamperings = new Tamperings(KEY);
        String builtIn = new String(Samples.builtIn(), StandardCharsets.UTF_8);
        UNSIGNED.addAll(tamperings.changedUnderTheSignature(builtIn));
        UNSIGNED.addAll(tamperings.changedUnderTheSignature(Samples.WHOLE));
        UNSIGNED.addAll(tamperings.garbledSignatures(Samples.WHOLE));
        SIGNED.addAll(tamperings.wrongThoughSigned());
    }

    private static List<Tampering> all() {
        return Stream.concat(UNSIGNED.stream(), SIGNED.stream()).toList();
    }

    private static List<String> accepted(List<Tampering> all, Predicate<Tampering> accepts) {
        return all.stream().filter(accepts).map(Tampering::toString).toList();
    }

    private static boolean accepts(Tampering tampering) {
        return tampering.read(READER) instanceof Accepted;
    }

    @Test
    void theSampleItselfIsAccepted() {
        assertEquals(new Accepted(Samples.whole()), KEY.read(Samples.WHOLE));
    }

    @Test
    void ofAllTamperedOnesNoneIsAccepted() {
        List<Tampering> all = all();
        assertTrue(all.size() >= LEAST, "only " + all.size());
        assertEquals(List.of(), accepted(all, CatalogueTamperTest::accepts));
        System.out.println(
                "tampered catalogues: " + all.size() + ", accepted: 0, refused by " + kinds(all));
    }

    private static Map<String, Integer> kinds(List<Tampering> all) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Tampering tampering : all) {
            Refused refused = assertInstanceOf(Refused.class, tampering.read(READER));
            kinds.merge(refused.fault().getClass().getSimpleName(), 1, Integer::sum);
        }
        return kinds;
    }

    /// What a changed text says is refused for its signature alone: nothing of it was looked at.
    @Test
    void theSignatureIsLookedAtFirst() {
        CatalogueReading unsigned = new Refused(new CatalogueFault.BadSignature());
        UNSIGNED.forEach(each -> assertEquals(unsigned, each.read(READER), each.toString()));

        byte[] nonsense = "no json".getBytes(StandardCharsets.UTF_8);
        assertEquals(unsigned, READER.read(nonsense, new TestKey().signature(nonsense)));
    }

    /// The breaker: a reader that skips the signature takes whatever is a catalogue.
    @Test
    void aReaderWithoutSignaturesIsFound() {
        List<String> accepted =
                accepted(
                        all(),
                        each ->
                                READER.read(each.catalogue(), KEY.signature(each.catalogue()))
                                        instanceof Accepted);
        assertTrue(accepted.size() > LEAST / 2, "only " + accepted.size());
    }

    /// The breaker: a parser that overlooks comments, repeated keys and marks takes some of those
    /// that were signed.
    @Test
    void aLenientParserIsFound() {
        List<String> accepted =
                accepted(SIGNED, each -> KEY.read(leniently(each.catalogue())) instanceof Accepted);
        assertTrue(accepted.size() > 10, "only " + accepted.size());
    }

    private static String leniently(byte[] catalogue) {
        try {
            return JsonParser.parseString(new String(catalogue, StandardCharsets.UTF_8)).toString();
        } catch (JsonParseException none) {
            return "";
        }
    }

    @Test
    void anOlderIssueIsRefusedThoughItWasGood() {
        String older = Samples.text(6);
        assertInstanceOf(Accepted.class, KEY.read(older));
        byte[] bytes = older.getBytes(StandardCharsets.UTF_8);
        for (long least : List.of(7L, 8L, Long.MAX_VALUE)) {
            assertEquals(
                    new Refused(new CatalogueFault.Outdated(6, least)),
                    new CatalogueReader(KEY.publicKey(), least).read(bytes, KEY.signature(bytes)));
        }
        assertInstanceOf(
                Accepted.class,
                new CatalogueReader(KEY.publicKey(), 6).read(bytes, KEY.signature(bytes)));
    }
}
