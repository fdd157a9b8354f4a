package nearside.copilot.orchestrator;

import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.borrow.Lender.Whose;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.ReplyEvent;
import nearside.engine.TokenIds;
import nearside.engine.contract.Script;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.contract.Step;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.farside.FarSide;
import nearside.farside.Play;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Settings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Turns in which one engine goes on with what another began, or stands in for it.
class HandOverTurnTest extends BorrowingCase {
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

    /// No consent is asked: the processor of this device goes on.
    @Test
    void anAcceleratorThatFailsLeavesTheReplyToTheProcessor() throws Exception {
        String begun = "The moon is near. ".repeat(5);
        EngineFailure failed =
                new EngineFailure.AcceleratorFailed(
                        "GPU", new EngineFailure.OutOfMemory(Stage.WRITE, 1, 2));
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(new Step.Write(begun), new Step.Fail(failed)),
                        Script.of(new Step.Write("It turns."), Step.end()));
        try (FarSide far = FarSide.plain(saying("Nobody asked."))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(house.orchestrator(engine).answer(ask("Moon"), Presence.PERSON));
            assertInstanceOf(TurnEvent.Done.class, events.getLast());
            assertEquals(
                    List.of(new TurnEvent.HandedOver(failed)),
                    of(TurnEvent.HandedOver.class, events));
            assertEquals(
                    List.of(new Segment(Source.HERE, begun + "It turns.")), reply().segments());
            assertEquals(0, far.asked().size());
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
            assertTrue(
                    reply().decision().orElseThrow().contains("\"lent_in_vain\":true"),
                    "that the first one was asked is not forgotten");
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

    /// Who keeps the door shut does not keep a smaller model from answering.
    @Test
    void aSmallerModelStandsInOfflineToo() throws Exception {
        house.state = new EngineState.Empty();
        house.memory = new Memory(3L << 30, 16L << 30);
        house.model = House.weighing("large", 8L << 30);
        house.others = List.of(House.FOLDER);
        house.chosen = house.chosen.with(Settings.Mode.OFFLINE);
        try (FarSide far = FarSide.plain(saying("no"))) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    all(house.orchestrator(ScriptedEngine.writing("Small")).answer(ask("Hello")));
            assertEquals(
                    List.of(new TurnEvent.Smaller("large")), of(TurnEvent.Smaller.class, events));
            assertEquals("Small", reply().text());
            assertEquals(0, far.connections());
        }
    }
}
