package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.TokenIds;

import org.junit.jupiter.api.Test;

class BatchTest {
    private static final long MS = 1_000_000;

    private final Batch batch = new Batch(0);

    @Test
    void theFirstTokenIsDueAtOnce() {
        assertTrue(batch.isDue(100 * MS));
    }

    @Test
    void aFastModelSendsFortyTimesASecond() {
        int sent = 0;
        for (long now = 100; now < 1100; now += 5) {
            sent += batch.isDue(now * MS) ? 1 : 0;
        }
        assertEquals(40, sent);
    }

    @Test
    void aSlowModelSendsAfterEachRun() {
        for (long now = 100; now < 1100; now += 90) {
            assertTrue(batch.isDue(now * MS));
        }
    }

    @Test
    void whatAFastModelWroteBeforeASlowRunIsNotHeldForLong() {
        assertTrue(batch.isDue(100 * MS));
        assertFalse(batch.isDue(110 * MS));
        assertTrue(batch.isDue(200 * MS));
    }

    @Test
    void keepsTokensWithoutTextAndTextWithoutTokens() {
        batch.add("", 7);
        assertFalse(batch.isEmpty());
        batch.add("a", 8);
        batch.add("b");
        assertEquals("ab", batch.text());
        assertEquals(TokenIds.of(7, 8), batch.ids());
        batch.clear();
        batch.add("");
        assertTrue(batch.isEmpty());
        batch.add("rest");
        assertFalse(batch.isEmpty());
        assertEquals(TokenIds.NONE, batch.ids());
    }
}
