package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.TokenIds;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class DraftsTest {
    /// Forty tokens, and the first twenty of them again.
    private static final TokenIds QUOTING =
            TokenIds.of(IntStream.range(0, 60).map(i -> 100 + i % 40).toArray());

    private static Drafts of(Drafts.Rule rule, TokenIds prompt) {
        return new Drafts(rule, prompt, new RunCost());
    }

    @Test
    void aQuotationIsDraftedOn() {
        Drafts drafts = of(Drafts.Rule.WHERE_IT_PAYS, QUOTING);
        drafts.plan(50);
        assertTrue(drafts.tried().length > 4, drafts.tried().length + " drafts");
        assertEquals(120, drafts.tried()[0]);
        assertEquals(1 + drafts.tried().length, drafts.run().length);
        assertEquals(119, drafts.run()[0]);
    }

    @Test
    void newWordsAreNotDrafted() {
        Drafts drafts = of(Drafts.Rule.AFTER_EVERY_MATCH, TokenIds.of(1, 2, 3, 4, 5));
        drafts.plan(50);
        assertArrayEquals(new int[] {5}, drafts.run());
    }

    /// What is always wrong is given up where that is allowed, and padded by one where the number
    /// of rows matters.
    @Test
    void wrongDraftsAreGivenUpButForThePaddingOfTheRule() {
        assertEquals(0, triedAfterMisses(Drafts.Rule.WHERE_IT_PAYS));
        assertEquals(1, triedAfterMisses(Drafts.Rule.AFTER_EVERY_MATCH));
    }

    private static int triedAfterMisses(Drafts.Rule rule) {
        Drafts drafts = of(rule, QUOTING);
        for (int i = 0; i < 60; i++) {
            drafts.plan(50);
            drafts.judge(0, 0);
        }
        drafts.plan(50);
        return drafts.tried().length;
    }

    @Test
    void neverMoreThanThereIsRoomFor() {
        Drafts drafts = of(Drafts.Rule.AFTER_EVERY_MATCH, QUOTING);
        drafts.plan(2);
        assertEquals(2, drafts.tried().length);
        drafts.plan(0);
        assertEquals(0, drafts.tried().length);
    }
}
