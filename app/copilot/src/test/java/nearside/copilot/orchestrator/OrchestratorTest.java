package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.device.Speeds;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.Usage;
import nearside.engine.contract.Script;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.contract.Step;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.storage.Conversation;
import nearside.storage.Measures;
import nearside.storage.Message;
import nearside.storage.Message.State;
import nearside.storage.MessageId;
import nearside.storage.Profile;
import nearside.storage.Settings.KvCache;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Whole turns over a real profile, with an engine that follows a script.
class OrchestratorTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Memory PLENTY = new Memory(12L << 30, 16L << 30);
    private static final EngineState READY = new EngineState.Ready("tiny");
    @TempDir Path folder;
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private Orchestrator with(ScriptedEngine engine, EngineState state, Memory memory) {
        ModelInUse model = new ModelInUse((_, _) -> {}, () -> state, () -> memory);
        model.use(House.FOLDER, KvCache.AUTO);
        return new Orchestrator(
                new Orchestrator.Device(
                        engine,
                        model,
                        () -> memory,
                        new Speeds(new Measures(folder)),
                        () -> Situation.Pace.USUAL_PATIENCE),
                Optional.of(Kept.of(profile)));
    }

    private Orchestrator with(ScriptedEngine engine) {
        return with(engine, READY, PLENTY);
    }

    private static Request.Ask ask(String text) {
        return new Request.Ask(Optional.empty(), text, Sampling.GREEDY, 32);
    }

    private static List<TurnEvent> all(Turn turn) throws InterruptedException {
        List<TurnEvent> events = new ArrayList<>();
        while (events.isEmpty() || !(events.getLast() instanceof TurnEvent.End)) {
            events.add(turn.next(LONG).orElseThrow());
        }
        return events;
    }

    private List<Message> messages() {
        return profile.conversations().messages(profile.conversations().list().getFirst().id());
    }

    /// Such as the one that ends a reply: what is printed of a reply has all its ids.
    @Test
    void aTokenWithoutTextIsToldToo() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        new Script(
                                List.of(
                                        new Step.Write("Good"),
                                        new Step.Say(new ReplyEvent.Text("", TokenIds.of(2))),
                                        Step.end())));
        List<TurnEvent> events = all(with(engine).answer(ask("Hello you")));
        TurnEvent.Text last =
                events.stream()
                        .filter(TurnEvent.Text.class::isInstance)
                        .map(TurnEvent.Text.class::cast)
                        .reduce((_, next) -> next)
                        .orElseThrow();
        assertEquals(new TurnEvent.Text("", TokenIds.of(2)), last);
    }

    @Test
    void aTurnIsSavedDecidedWrittenAndKept() throws Exception {
        List<TurnEvent> events =
                all(with(ScriptedEngine.writing("Good ", "day")).answer(ask("Hello you")));
        assertInstanceOf(TurnEvent.Saved.class, events.get(0));
        Decision decision = assertInstanceOf(TurnEvent.Decided.class, events.get(1)).decision();
        assertEquals(new Tokens(2, Certainty.COUNTED), decision.situation().prompt());
        assertEquals(Finish.EOS, assertInstanceOf(TurnEvent.Done.class, events.getLast()).finish());
        assertEquals(
                List.of("Hello you", "Good day"), messages().stream().map(Message::text).toList());
        Message reply = messages().getLast();
        assertEquals(State.DONE, reply.state());
        assertEquals("tiny", reply.facts().orElseThrow().model());
        assertEquals(Optional.of(DecisionRecord.of(decision).toString()), reply.decision());
    }

    @Test
    void theQuestionIsOnDiskBeforeTheEngineIsAsked() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        ScriptedEngine engine = new ScriptedEngine(Script.of(new Step.Await(gate), Step.end()));
        Turn turn = with(engine).answer(ask("Hello"));
        assertInstanceOf(TurnEvent.Saved.class, turn.next(LONG).orElseThrow());
        assertEquals(
                List.of(State.DONE, State.WRITING),
                messages().stream().map(Message::state).toList());
        gate.complete(null);
        all(turn);
    }

    /// The words of a slow model are kept though no further token comes.
    @Test
    void aWordIsKeptWhileTheNextOneTakesItsTime() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(
                                new Step.Write("One "),
                                new Step.Await(gate),
                                new Step.Write("two"),
                                Step.end()));
        Turn turn = with(engine).answer(ask("Count"));
        turn.next(LONG);
        long told = System.nanoTime();
        while (!messages().getLast().text().equals("One ")) {
            assertTrue(System.nanoTime() - told < LONG.toNanos(), "the word was held back");
            Thread.onSpinWait();
        }
        assertEquals(State.WRITING, messages().getLast().state());
        gate.complete(null);
        all(turn);
        assertEquals("One two", messages().getLast().text());
    }

    @Test
    void partialTextSurvivesEngineDeath() throws Exception {
        EngineFailure death = new EngineFailure.WorkerDied(Stage.WRITE, 137);
        ScriptedEngine engine =
                new ScriptedEngine(Script.of(new Step.Write("Half "), new Step.Fail(death)));
        List<TurnEvent> events = all(with(engine).answer(ask("Hello")));
        assertEquals(new TurnEvent.EngineFailed(death), events.getLast());
        assertEquals("Half ", messages().getLast().text());
        assertEquals(State.CUT, messages().getLast().state());
    }

    @Test
    void aReplyThatNeverBeganIsFailedNotCut() throws Exception {
        EngineFailure full = new EngineFailure.PromptTooLong(70, 64);
        ScriptedEngine engine = new ScriptedEngine(Script.of(new Step.Fail(full)));
        all(with(engine).answer(ask("Hello")));
        assertEquals(State.FAILED, messages().getLast().state());
    }

    @Test
    void stoppingKeepsWhatIsThere() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(Script.of(new Step.Write("Half "), Step.hang()));
        Turn turn = with(engine).answer(ask("Hello"));
        TurnEvent event = turn.next(LONG).orElseThrow();
        while (!(event instanceof TurnEvent.Text)) {
            event = turn.next(LONG).orElseThrow();
        }
        turn.stop();
        assertEquals(
                Finish.STOP, assertInstanceOf(TurnEvent.Done.class, all(turn).getLast()).finish());
        assertEquals("Half ", messages().getLast().text());
        assertEquals(State.STOPPED, messages().getLast().state());
    }

    @Test
    void continuingGivesTheReplyBackAsAnOpenOne() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(new Step.Write("Half "), new Step.End(Finish.LENGTH)),
                        Script.of(new Step.Write("whole"), Step.end()));
        Orchestrator orchestrator = with(engine);
        all(orchestrator.answer(ask("Hello")));
        MessageId reply = messages().getLast().id();
        assertEquals(State.LENGTH, messages().getLast().state());
        all(
                orchestrator.answer(
                        new Request.Continue(
                                profile.conversations().list().getFirst().id(),
                                reply,
                                Sampling.GREEDY,
                                8)));
        assertEquals("Half whole", messages().getLast().text());
        assertEquals(2, messages().size(), "it is the same reply");
        Prompt second = engine.prompts().getLast();
        assertEquals(Prompt.Ending.OPEN_REPLY, second.ending());
        assertEquals(engine.prompts().getFirst().conversation(), second.conversation());
        assertEquals(new Line(Role.ASSISTANT, "Half "), second.lines().getLast());
    }

    /// What answers the question and what was said last are read; all is kept for the person.
    @Test
    void aConversationThatDoesNotFitTheWindowIsShortenedAndStaysWhole() throws Exception {
        ScriptedEngine engine = ScriptedEngine.writing("Yes");
        Orchestrator orchestrator = with(engine);
        all(orchestrator.answer(further("the cat of my sister is called Mizzi")));
        for (int i = 0; i < 5; i++) {
            all(
                    orchestrator.answer(
                            further("one two three four five six seven eight nine ten " + i)));
        }
        List<TurnEvent> events = all(orchestrator.answer(further("how is the cat called")));
        assertEquals(
                List.of(
                        new Line(Role.USER, "the cat of my sister is called Mizzi"),
                        new Line(Role.ASSISTANT, "Yes"),
                        new Line(Role.USER, "one two three four five six seven eight nine ten 4"),
                        new Line(Role.ASSISTANT, "Yes"),
                        new Line(Role.USER, "how is the cat called")),
                engine.prompts().getLast().lines());
        assertTrue(events.contains(new TurnEvent.Shortened(8, 0, 13)), events.toString());
        assertEquals(14, messages().size());
        assertTrue(messages().getLast().decision().orElseThrow().contains("FITS_PACKED"));
    }

    private Request.Ask further(String text) {
        return new Request.Ask(
                profile.conversations().list().stream().map(Conversation::id).findFirst(),
                text,
                Sampling.GREEDY,
                8);
    }

    /// It is used exactly as it is given.
    @Test
    void whatIsUsedAsGivenIsNotShortened() throws Exception {
        ScriptedEngine engine = ScriptedEngine.writing("Yes");
        Line words = new Line(Role.USER, "one two three four five six seven ".repeat(10));
        Request.Unsaved request =
                new Request.Unsaved(
                        List.of(words, new Line(Role.ASSISTANT, "Yes"), new Line(Role.USER, "Why")),
                        Prompt.SpecialTokens.AS_TEXT,
                        Sampling.GREEDY,
                        8);
        TurnEvent end = all(with(engine).answer(request)).getLast();
        assertEquals(
                Reason.WINDOW_EXCEEDED,
                assertInstanceOf(TurnEvent.Declined.class, end).decision().reason());
    }

    @Test
    void theHistoryGoesAlongAndTypedControlTokensStayText() throws Exception {
        ScriptedEngine engine = ScriptedEngine.writing("Yes");
        Orchestrator orchestrator = with(engine);
        all(
                orchestrator.answer(
                        new Request.Ask(
                                Optional.empty(),
                                Optional.of("Be brief"),
                                "One",
                                Sampling.GREEDY,
                                8)));
        all(
                orchestrator.answer(
                        new Request.Ask(
                                Optional.of(profile.conversations().list().getFirst().id()),
                                "<|end|>",
                                Sampling.GREEDY,
                                8)));
        Prompt prompt = engine.prompts().getLast();
        assertEquals(Prompt.SpecialTokens.AS_TEXT, prompt.specials());
        assertEquals(
                List.of(
                        new Line(Role.SYSTEM, "Be brief"),
                        new Line(Role.USER, "One"),
                        new Line(Role.ASSISTANT, "Yes"),
                        new Line(Role.USER, "<|end|>")),
                prompt.lines());
        Prompt.Conversation talk =
                new Prompt.Conversation(profile.conversations().list().getFirst().id().value());
        assertEquals(
                List.of(Optional.of(talk), Optional.of(talk)),
                engine.prompts().stream().map(Prompt::conversation).toList());
    }

    @Test
    void anHonestStopAsksNobodyAndKeepsTheQuestion() throws Exception {
        ScriptedEngine engine = ScriptedEngine.writing("never");
        EngineState cold = new EngineState.Empty();
        List<TurnEvent> events =
                all(with(engine, cold, new Memory(1, 1 << 30)).answer(ask("Hello")));
        TurnEvent.Declined declined = assertInstanceOf(TurnEvent.Declined.class, events.getLast());
        assertEquals(Reason.NO_MEMORY_LOAD, declined.decision().reason());
        assertEquals(List.of(), engine.prompts());
        assertEquals("Hello", messages().getFirst().text());
        assertEquals(State.FAILED, messages().getLast().state());
    }

    @Test
    void aConversationLongerThanTheWindowIsNotAsked() throws Exception {
        ScriptedEngine engine = ScriptedEngine.writing("never");
        List<TurnEvent> events = all(with(engine).answer(ask("word ".repeat(70))));
        TurnEvent.Declined declined = assertInstanceOf(TurnEvent.Declined.class, events.getLast());
        assertEquals(Reason.WINDOW_EXCEEDED, declined.decision().reason());
        assertEquals(7, declined.decision().needs().missingTokens());
    }

    @Test
    void howLongItWillTakeIsToldBeforeItIsAsked() throws Exception {
        Orchestrator orchestrator =
                with(new ScriptedEngine(Script.of(new Step.Write("one two "), Step.end())));
        Outlook unknown = orchestrator.outlook(Optional.empty(), "Hello you", 0).orElseThrow();
        assertEquals(new Outlook(3, 64, Optional.empty(), Map.of()), unknown);
        new Speeds(new Measures(folder))
                .learn(
                        "tiny hash FLOAT32",
                        new Usage(
                                40,
                                0,
                                100,
                                Duration.ZERO,
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(14)));
        all(orchestrator.answer(ask("Hello you")));
        Outlook known =
                with(ScriptedEngine.writing("x"))
                        .outlook(
                                Optional.of(profile.conversations().list().getFirst().id()),
                                "And you",
                                0)
                        .orElseThrow();
        assertEquals(2 + 3 + 3, known.tokens(), "the question is counted, the rest estimated");
        Outlook.Waits waits = known.waits().orElseThrow();
        assertEquals(Duration.ofMillis(800), waits.firstWord(), "8 tokens at 10 a second");
        assertEquals(10.1, waits.lastWord().minus(waits.firstWord()).toMillis() / 1000.0, 0.2);
    }

    @Test
    void closingStopsAndKeepsEveryTurn() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(Script.of(new Step.Write("Half "), Step.hang()));
        Orchestrator orchestrator = with(engine);
        Turn turn = orchestrator.answer(ask("Hello"));
        TurnEvent event = turn.next(LONG).orElseThrow();
        while (!(event instanceof TurnEvent.Text)) {
            event = turn.next(LONG).orElseThrow();
        }
        orchestrator.close();
        assertEquals(State.STOPPED, messages().getLast().state());
    }

    @Test
    void aLostProfileEndsTheTurnAsAFailureOfItsOwn() throws Exception {
        Orchestrator nowhere =
                new Orchestrator(
                        new Orchestrator.Device(
                                ScriptedEngine.writing("x"),
                                new ModelInUse((_, _) -> {}, () -> READY, () -> PLENTY),
                                () -> PLENTY,
                                new Speeds(new Measures(folder)),
                                () -> Situation.Pace.USUAL_PATIENCE),
                        Optional.empty());
        assertThrows(IllegalStateException.class, () -> nowhere.answer(ask("Hello")));
    }
}
