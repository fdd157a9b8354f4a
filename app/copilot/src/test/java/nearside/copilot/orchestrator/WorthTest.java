package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.orchestrator.Worth.Kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorthTest {
    @ParameterizedTest
    @CsvSource({
        "WHOLE, 200, NOT_HERE, 0, true",
        "PACKED, 64, NOT_HERE, 0, true",
        "WHOLE, 64, IN_SMALL_CACHE, 200, true",
        "IN_SMALL_CACHE, 64, PACKED, 200, true",
        "PACKED, 64, WHOLE, 64, false",
        "WHOLE, 200, WHOLE, 100, true",
        "WHOLE, 199, WHOLE, 100, false",
        "PACKED, 200, PACKED, 64, true",
        "NOT_HERE, 0, NOT_HERE, 0, false",
        "NOT_HERE, 0, WHOLE, 64, false"
    })
    void moreOfWhatWasAskedIsBetter(
            Kind kind, int reply, Kind before, int replyBefore, boolean better) {
        assertEquals(
                better,
                new Worth(kind, reply, 200).isBetterThan(new Worth(before, replyBefore, 200)));
    }

    @ParameterizedTest
    @CsvSource({"WHOLE, 200, true", "WHOLE, 199, false", "IN_SMALL_CACHE, 200, false"})
    void allIsTheWholeConversationWithTheWholeReplyInTheCacheOfNow(
            Kind kind, int reply, boolean all) {
        assertEquals(all, new Worth(kind, reply, 200).isAll());
    }
}
