package nearside.copilot.orchestrator;

import static nearside.farside.Completion.DONE;
import static nearside.farside.Completion.finish;
import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.text;
import static nearside.farside.Completion.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.borrow.Offer;
import nearside.copilot.borrow.mask.Kind;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.ReplyEvent;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.contract.Script;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.contract.Step;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.farside.FarSide;
import nearside.farside.Play;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Settings;
import nearside.storage.ledger.LedgerEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns that are answered elsewhere, or could be: real far sides on the loopback, a real profile.
class BorrowingTurnTest {
    @TempDir Path folder;
    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Play saying(String... pieces) {
        return (_, wire) -> {
            wire.stream().body(opening());
            for (String piece : pieces) {
                wire.body(text(piece));
            }
            wire.body(finish("stop")).body(usage(40, 7)).body(DONE).end();
        };
    }

    private static Request.Ask ask(String text) {
        return new Request.Ask(Optional.empty(), text, Sampling.GREEDY, 200);
    }

    /// All events of a turn; to each question of the program the next answer is given.
    private List<TurnEvent> all(Turn turn, Consent... answers) throws InterruptedException {
        List<Consent> left = new ArrayList<>(Arrays.asList(answers));
        List<TurnEvent> events = new ArrayList<>();
        while (events.isEmpty() || !(events.getLast() instanceof TurnEvent.End)) {
            events.add(turn.next(House.LONG).orElseThrow());
            if (events.getLast() instanceof TurnEvent.Asking) {
                turn.consent(left.removeFirst());
            }
        }
        assertEquals(List.of(), left, "it was not asked as often as expected");
        return events;
    }

    private static <T> List<T> of(Class<T> kind, List<TurnEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Message reply() {
        return house.messages().getLast();
    }

    private static ScriptedEngine never() {
        return ScriptedEngine.writing("never");
    }

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
    void aWorkerThatDiesHandsTheReplyOverAndBothPartsStayVisible() throws Exception {
        String begun = "The moon is near. ".repeat(30) + "It turns once a ";
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(
                                new Step.Write(begun),
                                new Step.Fail(new EngineFailure.WorkerDied(Stage.WRITE, 137))));
        try (FarSide far = FarSide.plain(saying("It turns once a ", "month."))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(engine).answer(ask("Moon"), Presence.PERSON),
                            Consent.SEND);
            assertEquals(
                    Finish.EOS, assertInstanceOf(TurnEvent.Done.class, events.getLast()).finish());
            assertEquals(
                    List.of(
                            new Segment(Source.HERE, begun),
                            new Segment(Source.BORROWED, "month.")),
                    reply().segments());
            assertEquals(1, of(TurnEvent.HandedOver.class, events).size());
            assertEquals(2, of(TurnEvent.Decided.class, events).size(), "it was decided anew");
        }
    }

    @Test
    void aReplyThatBarelyBeganBeginsAnewThere() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(
                                new Step.Write("The moon "),
                                new Step.Fail(new EngineFailure.WorkerDied(Stage.WRITE, 137))));
        try (FarSide far = FarSide.plain(saying("Our moon turns."))) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(engine);
            List<TurnEvent> events =
                    all(orchestrator.answer(ask("Moon"), Presence.PERSON), Consent.SEND);
            assertEquals(1, of(TurnEvent.BegunAnew.class, events).size());
            assertEquals("The moon Our moon turns.", reply().text(), "both stay visible");
            assertEquals("Our moon turns.", History.text(reply()), "one of them counts");
            assertFalse(far.asked().getFirst().body().contains("The moon "));
        }
    }

    /// What a template adds to a line is no part of it.
    @Test
    void aReplyOfSixtyTokensBeginsAnewThere() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(
                                new Step.Write("word ".repeat(60)),
                                new Step.Fail(new EngineFailure.WorkerDied(Stage.WRITE, 137))));
        try (FarSide far = FarSide.plain(saying("Our moon turns."))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(engine).answer(ask("Moon"), Presence.PERSON),
                            Consent.SEND);
            assertEquals(1, of(TurnEvent.BegunAnew.class, events).size());
            assertEquals("Our moon turns.", History.text(reply()));
        }
    }

    @Test
    void aCutFarSideIsFinishedHereIfThatFits() throws Exception {
        ScriptedEngine engine = ScriptedEngine.writing("here.");
        house.hasNoRoom();
        Play cut =
                (_, wire) -> {
                    wire.stream().body(opening()).body(text("Begun there, ended "));
                    house.memory = House.PLENTY;
                    wire.cut();
                };
        try (FarSide far = FarSide.plain(cut)) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(engine).answer(ask("Moon"), Presence.PERSON),
                            Consent.SEND);
            assertInstanceOf(TurnEvent.Done.class, events.getLast());
            assertEquals(
                    List.of(
                            new Segment(Source.BORROWED, "Begun there, ended "),
                            new Segment(Source.HERE, "here.")),
                    reply().segments());
        }
    }

    @Test
    void aCutFarSideKeepsWhatItWroteWhereNobodyElseCanGoOn() throws Exception {
        house.hasNoRoom();
        Play cut = (_, wire) -> wire.stream().body(opening()).body(text("Begun ")).cut();
        try (FarSide far = FarSide.plain(cut)) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(never()).answer(ask("Moon"), Presence.PERSON),
                            Consent.SEND);
            assertInstanceOf(
                    Far.CutOff.class,
                    assertInstanceOf(TurnEvent.EngineFailed.class, events.getLast()).failure());
            assertEquals("Begun ", reply().text());
            assertEquals(State.CUT, reply().state());
        }
    }

    @Test
    void theNextLenderIsOfferedWhenTheFirstOneFails() throws Exception {
        house.hasNoRoom();
        Play refusing = (_, wire) -> wire.whole(401, "", new byte[0]);
        try (FarSide first = FarSide.plain(refusing);
                FarSide second = FarSide.plain(saying("Second"))) {
            house.lends(first, Whose.CLOUD).lends(second, Whose.MY_DEVICE);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(never()).answer(ask("Moon"), Presence.PERSON),
                            Consent.SEND,
                            Consent.SEND);
            assertEquals(
                    List.of("Far 0", "Far 1"),
                    of(TurnEvent.Asking.class, events).stream()
                            .map(it -> it.offer().lender().model().name())
                            .toList());
            assertEquals("Second", reply().text());
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

    /// The last rung before anything is borrowed.
    @Test
    void aSmallerModelStandsInBeforeAnythingIsBorrowed() throws Exception {
        house.state = new EngineState.Empty();
        house.memory = new Memory(3L << 30, 16L << 30);
        house.model = House.weighing("large", 8L << 30);
        house.others = List.of(House.FOLDER, house.model, House.weighing("mid", 6L << 30));
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(ScriptedEngine.writing("Small"))
                                    .answer(ask("Hello"), Presence.PERSON));
            assertEquals(
                    List.of(new TurnEvent.Smaller("large")), of(TurnEvent.Smaller.class, events));
            assertEquals(List.of(House.FOLDER), house.taken);
            assertEquals("tiny", reply().facts().orElseThrow().model());
            assertTrue(reply().decision().orElseThrow().contains("\"instead_of\":\"large\""));
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
                    asked.get(1).offer().lines().size(),
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

    /// Who waits is not asked again.
    @Test
    void anAnswerThatTurnsOutToBeSlowIsOfferedOnce() throws Exception {
        house.patience = Duration.ofMillis(100);
        TokenIds read = TokenIds.of(1, 2, 3);
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(new Step.Say(new ReplyEvent.Reading(read, 0)), Step.hang()),
                        Script.of(new Step.Write("Here at last"), Step.end()));
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(
                            house.orchestrator(engine).answer(ask("Hello"), Presence.PERSON),
                            Consent.STAY_HERE);
            TurnEvent.Asking asked = of(TurnEvent.Asking.class, events).getFirst();
            assertEquals(Reason.TOO_SLOW, asked.reason());
            assertTrue(asked.here().isPresent(), "how long it takes here is told");
            assertEquals("Here at last", reply().text());
            assertEquals(0, far.connections());
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
