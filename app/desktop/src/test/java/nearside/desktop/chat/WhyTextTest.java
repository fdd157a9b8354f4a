package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.DecisionRecord;
import nearside.copilot.orchestrator.Reason;
import nearside.copilot.orchestrator.Situation;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.copilot.orchestrator.Whole;
import nearside.desktop.words.Words;
import nearside.engine.KvPrecision;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

final class WhyTextTest {
    private static final long GIB = 1L << 30;
    private final WhyText english = new WhyText(Words.of(Locale.ENGLISH));
    private final WhyText chinese = new WhyText(Words.of(Locale.SIMPLIFIED_CHINESE));

    private static Decision decision(Reason reason, Certainty certainty) {
        Situation situation =
                Situation.alone(
                        new Situation.Model.Present(
                                "phi3",
                                new ModelSize(2 * GIB, 1, 32_064, 32, OptionalInt.empty()),
                                4_096,
                                Situation.Weights.ON_DISK,
                                Situation.Cache.FLOAT32_OR_INT8),
                        new Situation.Tokens(6_396, certainty),
                        1_024,
                        new Memory(GIB, 8 * GIB));
        return new Decision(
                new Decision.Target.Stop(),
                reason,
                situation,
                new Decision.Needs(3 * GIB, GIB, 2 * GIB, 2_300));
    }

    private static Grounds grounds(Reason reason) {
        return Grounds.of(decision(reason, Certainty.COUNTED));
    }

    @Test
    void aLocalAnswerSaysThatEverythingFitsAndNothingLeft() {
        assertEquals(
                "Answered on this device, because everything fits: 6,396 tokens of conversation"
                        + " need 3.0 GB of memory (and 1.0 GB left to other programs), and 1.0 GB were"
                        + " free. Nothing left the device.",
                english.of(grounds(Reason.FITS)));
    }

    private static Decision smaller() {
        Decision stop = decision(Reason.FITS, Certainty.COUNTED);
        return new Decision(
                new Decision.Target.Local(64, KvPrecision.INT8, OptionalInt.empty()),
                Reason.FITS,
                stop.situation(),
                stop.needs());
    }

    @Test
    void aSmallerCacheIsSaidAndThatItIsNotExact() {
        assertEquals(
                "Answered on this device, with what the model has read kept in a quarter of the"
                        + " room and not quite exactly: 6,396 tokens of conversation need 3.0 GB of"
                        + " memory (and 1.0 GB left to other programs) that way, and 1.0 GB were free. Nothing left the device.",
                english.of(Grounds.of(smaller())));
        assertTrue(chinese.of(Grounds.of(smaller())).contains("四分之一"));
    }

    private static Decision packed() {
        Decision stop = decision(Reason.FITS_PACKED, Certainty.COUNTED);
        return new Decision(
                new Decision.Target.Local(64, KvPrecision.FLOAT32, OptionalInt.of(3_000)),
                Reason.FITS_PACKED,
                stop.situation(),
                stop.needs());
    }

    @Test
    void aPartOfTheConversationIsSaidWithItsSize() {
        assertEquals(
                "Answered on this device with 3,000 tokens of a conversation of 6,396 tokens,"
                        + " because not all of it fits. That part needs 3.0 GB of memory (and 1.0 GB"
                        + " left to other programs), 1.0 GB were free, and nothing left the device.",
                english.of(Grounds.of(packed())));
    }

    @Test
    void thatAllOfItIsNeededIsSaidWithWhoCouldReadIt() {
        String part = "8 of 13 messages left out: not all of the conversation fits on this device.";
        String all =
                part
                        + " This answer rests on a part of the conversation. It needs all of it,"
                        + " about 30,000 tokens, which is more than fits on this device.";
        assertEquals(all, english.shortened(without(Optional.empty())));
        assertEquals(
                all + " Big one could read all of it.",
                english.shortened(
                        without(Optional.of(new Whole.Reader("Big one", Optional.empty())))));
        BigDecimal most = new BigDecimal("0.032");
        assertEquals(
                all + " Big one could read all of it for $0.032 at most.",
                english.shortened(
                        without(Optional.of(new Whole.Reader("Big one", Optional.of(most))))));
    }

    private static TurnEvent.Shortened without(Optional<Whole.Reader> reader) {
        return new TurnEvent.Shortened(8, 0, 13, Optional.of(new Whole(30_000, reader)));
    }

    @Test
    void whatWasLeftOutIsSaidInOneLineAndAfterAStart() {
        assertEquals(
                "8 of 13 messages left out: not all of the conversation fits on this device.",
                english.shortened(new TurnEvent.Shortened(8, 0, 13)));
        assertEquals(
                "8 of 13 messages left out, and parts of 2: not all of the conversation fits on this"
                        + " device.",
                english.shortened(new TurnEvent.Shortened(8, 2, 13)));
        assertEquals(
                "Parts of 2 of 13 messages left out: not all of the conversation fits on this device.",
                english.shortened(new TurnEvent.Shortened(0, 2, 13)));
        Grounds stored = Grounds.ofJson(DecisionRecord.of(packed()).toString()).orElseThrow();
        assertEquals(Grounds.of(packed()), stored);
        assertTrue(english.notice(stored).startsWith("Earlier messages left out"));
        assertEquals("", english.notice(grounds(Reason.FITS)));
    }

    @Test
    void missingMemoryIsTheCounterfactual() {
        assertTrue(
                english.of(grounds(Reason.NO_MEMORY_LOAD))
                        .endsWith("It would be answered here with 2.0 GB more."));
    }

    @Test
    void missingTokensAreTheCounterfactual() {
        assertEquals(
                "Not answered, because the conversation has 6,396 tokens and the model sees 4,096"
                        + " at most. It would be answered here with 2,300 tokens fewer.",
                english.of(grounds(Reason.WINDOW_EXCEEDED)));
    }

    @Test
    void anEstimateIsCalledOne() {
        assertTrue(
                english.of(Grounds.of(decision(Reason.FITS, Certainty.ESTIMATED)))
                        .contains("about 6,396 tokens"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasTwoSentencesInBothLanguages(Reason reason) {
        assertEquals(2, english.of(grounds(reason)).split("\\.(\\s|$)").length, reason.name());
        assertEquals(2, chinese.of(grounds(reason)).split("。").length, reason.name());
        assertFalse(english.of(grounds(reason)).contains("{"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aStoredRecordSaysTheSameAsTheLiveDecision(Reason reason) {
        Decision live = decision(reason, Certainty.COUNTED);
        assertEquals(
                Optional.of(Grounds.of(live)), Grounds.ofJson(DecisionRecord.of(live).toString()));
    }

    @Test
    void aStoredRecordTellsOfASmallerCache() {
        Decision live = smaller();
        assertEquals(
                Optional.of(Grounds.of(live)), Grounds.ofJson(DecisionRecord.of(live).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "3",
                "{",
                "{}",
                "{\"reason\":\"LATER_REASON\"}",
                "{\"reason\":[\"FITS\"]}",
                "{\"reason\":\"FITS\",\"need_bytes\":\"many\"}"
            })
    void whatIsNoRecordIsNotExplained(String json) {
        assertEquals(Optional.empty(), Grounds.ofJson(json));
    }

    @Test
    void anOlderRecordCountedTheMarginAmongTheNeed() {
        Grounds old =
                Grounds.ofJson("{\"reason\":\"NO_MEMORY_LOAD\",\"need_bytes\":3221225472}")
                        .orElseThrow();
        assertTrue(
                english.of(old)
                        .startsWith(
                                "Not answered, because loading the model needs 3.0 GB of memory, and"));
    }

    @Test
    void anOlderRecordWithoutNumbersIsStillRead() {
        Grounds old = Grounds.ofJson("{\"reason\":\"FITS\"}").orElseThrow();
        assertEquals(Reason.FITS, old.reason());
        assertEquals(KvPrecision.FLOAT32, old.kvCache());
    }
}
