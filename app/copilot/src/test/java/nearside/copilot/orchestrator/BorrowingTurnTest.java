package nearside.copilot.orchestrator;

import static nearside.farside.Completion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.borrow.Offer;
import nearside.copilot.borrow.mask.Kind;
import nearside.engine.Finish;
import nearside.engine.Sampling;
import nearside.engine.contract.ScriptedEngine;
import nearside.farside.FarSide;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Settings;
import nearside.storage.ledger.LedgerEvent;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns that are answered elsewhere, or could be: who says yes, what leaves, and what is written
/// down. Real far sides on the loopback, a real profile.
class BorrowingTurnTest extends BorrowingCase {
    @Test
    void whatDoesNotFitIsBorrowedOnceThePersonSaysYes() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("Good ", "day"))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(never()).answer(ask("Hello"), Presence.PERSON),
                            Consent.SEND);
            TurnEvent.Asking asked = of(TurnEvent.Asking.class, events).getFirst();
            assertEquals(Reason.NO_MEMORY_LOAD, asked.reason());
            assertEquals(Optional.empty(), asked.here());
            assertEquals(List.of(new Segment(Source.BORROWED, "Good day")), reply().segments());
            assertEquals(State.DONE, reply().state());
            assertEquals("Far 0", reply().facts().orElseThrow().model());
            assertEquals(40, reply().facts().orElseThrow().promptTokens());
            assertEquals(
                    new String(asked.offer().parcel().body(), StandardCharsets.UTF_8),
                    far.asked().getFirst().body(),
                    "what was shown is what left");
            assertTrue(reply().decision().orElseThrow().contains("\"far\":\"Far 0\""));
        }
    }

    @Test
    void nothingLeavesBeforeThePersonSaysSo() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(never()).answer(ask("Hello"), Presence.PERSON),
                            Consent.STAY_HERE);
            TurnEvent.Declined end = assertInstanceOf(TurnEvent.Declined.class, events.getLast());
            assertEquals(Reason.USER_CHOICE, end.decision().reason());
            assertEquals(0, far.connections());
            assertEquals(List.of(), house.profile.ledger().rows());
        }
    }

    @Test
    void withoutAPersonNothingIsAskedAndNothingLeaves() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events = all(house.orchestrator(never()).answer(ask("Hello")));
            assertEquals(
                    Reason.POLICY_CONSENT,
                    assertInstanceOf(TurnEvent.Declined.class, events.getLast())
                            .decision()
                            .reason());
            assertEquals(0, far.connections());
        }
    }

    @Test
    void whatFitsHereStaysHereAndAsksNobody() throws Exception {
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            all(
                    house.orchestrator(ScriptedEngine.writing("Here"))
                            .answer(ask("Hello"), Presence.PERSON));
            assertEquals(List.of(new Segment(Source.HERE, "Here")), reply().segments());
            assertEquals(0, far.connections());
        }
    }

    @Test
    void withinTheLimitsNobodyIsAskedAndItIsSaid() throws Exception {
        house.hasNoRoom();
        house.chosen =
                new Settings.Borrowing(
                        Settings.Mode.LOCAL_FIRST,
                        Settings.Consent.WITHIN_LIMITS,
                        new Settings.Limits(4_000, new BigDecimal("0.50")),
                        Set.of());
        try (FarSide far = FarSide.plain(saying("Yes"))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events = all(house.orchestrator(never()).answer(ask("Hello")));
            assertEquals(1, of(TurnEvent.Borrowed.class, events).size());
            assertEquals("Yes", reply().text());
        }
    }

    @Test
    void beyondTheLimitsThePersonIsAsked() throws Exception {
        house.hasNoRoom();
        house.chosen =
                new Settings.Borrowing(
                        Settings.Mode.LOCAL_FIRST,
                        Settings.Consent.WITHIN_LIMITS,
                        new Settings.Limits(4_000, new BigDecimal("0.000001")),
                        Set.of());
        try (FarSide far = FarSide.plain(saying("Yes"))) {
            house.lends(far, Whose.CLOUD);
            all(house.orchestrator(never()).answer(ask("Hello"), Presence.PERSON), Consent.SEND);
            assertEquals("Yes", reply().text());
        }
    }

    @Test
    void ofAConversationThatIsShutNothingLeavesAgain() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(never());
            all(orchestrator.answer(ask("Hello"), Presence.PERSON), Consent.NEVER_HERE);
            Request.Ask again =
                    new Request.Ask(
                            Optional.of(house.profile.conversations().list().getFirst().id()),
                            "Again",
                            Sampling.GREEDY,
                            200);
            List<TurnEvent> events = all(orchestrator.answer(again, Presence.PERSON));
            assertEquals(
                    Reason.POLICY_CONSENT,
                    assertInstanceOf(TurnEvent.Declined.class, events.getLast())
                            .decision()
                            .reason());
            assertEquals(0, far.connections());
        }
    }

    @Test
    void numbersAndAddressesStayHereAndComeBackInTheAnswer() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("I wrote to [EMA", "IL_1] today."))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(never())
                                    .answer(
                                            ask("Write to anna@example.org please"),
                                            Presence.PERSON),
                            Consent.SEND);
            Offer offer = of(TurnEvent.Asking.class, events).getFirst().offer();
            assertEquals(Map.of(Kind.EMAIL, 1L), offer.masked());
            assertFalse(far.asked().getFirst().body().contains("anna@example.org"));
            assertEquals("I wrote to anna@example.org today.", reply().text());
        }
    }

    @Test
    void theLedgerHasWhatTheFarSideSaw() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("Yes"))) {
            house.lends(far, Whose.CLOUD);
            all(house.orchestrator(never()).answer(ask("Hello"), Presence.PERSON), Consent.SEND);
            LedgerEvent.Began began =
                    (LedgerEvent.Began) house.profile.ledger().rows().get(0).event();
            LedgerEvent.Ended ended =
                    (LedgerEvent.Ended) house.profile.ledger().rows().get(1).event();
            assertEquals("NO_MEMORY_LOAD", began.reason());
            assertEquals(List.of(house.messages().getFirst().id().value()), began.parts());
            assertFalse(began.figures().contains("Hello"));
            assertEquals(far.log().getFirst().bytesIn(), ended.bytesOut());
            assertEquals(far.log().getFirst().bytesOut(), ended.bytesIn());
            assertEquals(40, ended.tokensRead());
            assertEquals(7, ended.tokensWritten());
        }
    }

    @Test
    void aTurnThatIsStoppedWhileThePersonIsAskedIsStopped() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            Turn turn = house.orchestrator(never()).answer(ask("Hello"), Presence.PERSON);
            while (!(turn.next(House.LONG).orElseThrow() instanceof TurnEvent.Asking)) {
                // On its way.
            }
            turn.stop();
            assertEquals(
                    Finish.STOP,
                    assertInstanceOf(TurnEvent.Done.class, all(turn).getLast()).finish());
            assertEquals(State.STOPPED, reply().state());
            assertEquals(0, far.connections());
        }
    }

    /// Less and less of the earlier turns leaves; the question always does.
    @Test
    void lessCanLeave() throws Exception {
        try (FarSide far = FarSide.plain(saying("Yes"))) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(ScriptedEngine.writing("Here"));
            all(orchestrator.answer(ask("one two three four five six seven eight nine ten")));
            for (int i = 0; i < 4; i++) {
                all(orchestrator.answer(further("eleven twelve thirteen fourteen fifteen " + i)));
            }
            house.hasNoRoom();
            List<TurnEvent> events =
                    all(
                            orchestrator.answer(further("the question"), Presence.PERSON),
                            Consent.SEND_LESS,
                            Consent.SEND);
            List<TurnEvent.Asking> asked = of(TurnEvent.Asking.class, events);
            assertEquals(0, asked.getFirst().offer().weight().leftOut());
            assertTrue(asked.get(1).offer().weight().leftOut() > 0);
            assertTrue(
                    asked.get(1).offer().weight().tokens()
                            < asked.get(0).offer().weight().tokens());
            assertTrue(far.asked().getFirst().body().contains("the question"));
            LedgerEvent.Began began =
                    (LedgerEvent.Began) house.profile.ledger().rows().getFirst().event();
            assertEquals(
                    asked.get(1).offer().weight().lines() - asked.get(1).offer().weight().leftOut(),
                    began.parts().size(),
                    "the ledger names what left, and nothing else");
        }
    }

    /// What cannot be written down does not leave.
    @Test
    void nothingLeavesWithoutALedger() throws Exception {
        house.hasNoRoom();
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            Files.createDirectory(folder.resolve("ledger"));
            List<TurnEvent> events =
                    all(
                            house.orchestrator(never()).answer(ask("Hello"), Presence.PERSON),
                            Consent.SEND);
            assertInstanceOf(TurnEvent.StorageFailed.class, events.getLast());
            assertEquals(0, far.connections());
            Files.delete(folder.resolve("ledger"));
        }
    }

    private Request.Ask further(String text) {
        return new Request.Ask(
                Optional.of(house.profile.conversations().list().getFirst().id()),
                text,
                Sampling.GREEDY,
                8);
    }
}
