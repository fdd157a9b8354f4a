package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Random;

/// What is measured is right: the look-up finds what a search finds.
class LookupBenchmarkTest {
    private final LookupBenchmark benchmark = new LookupBenchmark();
    private final LookupBenchmark.Text text = new LookupBenchmark.Text();

    @BeforeEach
    void write() {
        text.tokens = 2_000;
        text.write();
    }

    @Test
    void eachTokenOfTheReplyIsFoundWhereASearchFindsIt() {
        LookupBenchmark.Read read = new LookupBenchmark.Read();
        read.read(text);
        long places = benchmark.tokenLookedUp(text, read);
        assertEquals(benchmark.tokenSearched(text), places);
        assertTrue(places > 0, "the text quotes nothing");
    }

    @Test
    void aPromptThatWasReadIsSearchedLikeAnyOther() {
        Lookup lookup = assertInstanceOf(Lookup.class, benchmark.promptRead(text));
        assertEquals(2_000, lookup.count());
        assertEquals(new Search(2, text.prompt).match(), lookup.match());
    }

    @Test
    void draftsAreTried() {
        LookupBenchmark.Begun begun = new LookupBenchmark.Begun();
        begun.begin(text);
        assertTrue(benchmark.tokenPlanned(text, begun) > 0);
        assertEquals(2_000 + LookupBenchmark.REPLY, begun.drafts.count());
    }

    @Test
    void bothFindTheSameInAThousandTexts() {
        Random random = new Random(2);
        int found = 0;
        for (int round = 0; round < 1_000; round++) {
            int[] ids = QuotingText.of(random, 1 + random.nextInt(400));
            Lookup.Match match = new Lookup(2, ids).match();
            assertEquals(new Search(2, ids).match(), match);
            found += match.isNone() ? 0 : 1;
        }
        assertTrue(found > 200 && found < 900, found + " of 1000 texts have a match");
    }
}
