package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.EngineFailure.WorkerKeepsDying;
import nearside.engine.EngineFailure.WorkerSilent;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Text;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Usage;
import nearside.engine.contract.Pulled;
import nearside.engine.local.EngineState;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.WorkerCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What becomes of an answer, and of the next one, when the worker process dies.
@DisabledOnOs(OS.WINDOWS) // signals
class WorkerDeathTest {
    @TempDir Path temp;
    private final BlockingQueue<EngineState> states = new LinkedBlockingQueue<>();

    private LocalEngine engine(WorkerCommand command) {
        LocalEngine engine = new LocalEngine(command, states::add);
        engine.use(RealWorker.model("phi3-tiny-4k"));
        return engine;
    }

    private LocalEngine engine() {
        return engine(RealWorker.command(temp));
    }

    private static Prompt ask(int limit) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "Hello")),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                limit);
    }

    /// @return the number of the process that got it
    private static String signal(String signal) throws IOException, InterruptedException {
        String pid = String.valueOf(Owner.workerOf(ProcessHandle.current()).pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).start().waitFor());
        return pid;
    }

    @Test
    void killedInMidAnswerItKeepsTheWordsAndTheNextQuestionIsAnswered() throws Exception {
        try (LocalEngine engine = engine()) {
            Reply reply = engine.answer(ask(3000));
            Pulled before = Pulled.until(reply, Text.class::isInstance);
            signal("KILL");
            Pulled after = Pulled.all(reply);
            assertEquals(new Failed(new EngineFailure.WorkerDied(Stage.WRITE, 137)), after.last());
            assertEquals(1, before.of(Text.class).size());
            assertInstanceOf(EngineState.Down.class, engine.state());
            assertInstanceOf(ReplyEvent.Finished.class, Pulled.all(engine.answer(ask(3))).last());
        }
    }

    @Test
    void silentWorkerIsEnded() throws Exception {
        try (LocalEngine engine = engine()) {
            Reply reply = engine.answer(ask(3000));
            Pulled.until(reply, Text.class::isInstance);
            signal("STOP");
            Failed failed = assertInstanceOf(Failed.class, Pulled.all(reply).last());
            WorkerSilent silent = assertInstanceOf(WorkerSilent.class, failed.failure());
            assertEquals(Stage.WRITE, silent.stage());
            assertEquals(2, silent.silence().toSeconds());
            assertInstanceOf(ReplyEvent.Finished.class, Pulled.all(engine.answer(ask(3))).last());
        }
    }

    @Test
    void deathWhileIdleIsShownAndDoesNotHurtTheNextQuestion() throws Exception {
        try (LocalEngine engine = engine()) {
            Pulled.all(engine.answer(ask(2)));
            signal("KILL");
            awaitState(EngineState.Down.class);
            Pulled next = Pulled.all(engine.answer(ask(2)));
            assertInstanceOf(ReplyEvent.Loading.class, next.events().getFirst());
            assertInstanceOf(ReplyEvent.Finished.class, next.last());
        }
    }

    private void awaitState(Class<?> kind) throws InterruptedException {
        EngineState state = states.poll(1, TimeUnit.MINUTES);
        while (!kind.isInstance(state)) {
            state = states.poll(1, TimeUnit.MINUTES);
            assertTrue(state != null, "never " + kind);
        }
    }

    @Test
    void aQuestionAskedWhileTheModelLoadsKnowsHowLongThatTook() {
        try (LocalEngine engine = engine()) {
            Pulled first = Pulled.all(engine.answer(ask(2)));
            Pulled second = Pulled.all(engine.answer(ask(2)));
            assertTrue(usage(first).load().isPositive());
            assertEquals(Duration.ZERO, usage(second).load());
        }
    }

    private static Usage usage(Pulled pulled) {
        return assertInstanceOf(ReplyEvent.Finished.class, pulled.last()).usage();
    }

    @Test
    void aModelThatNobodyAsksIsUnloadedAndComesBackWithTheNextQuestion() throws Exception {
        try (LocalEngine engine = engine()) {
            engine.unloadAfter(Duration.ofMillis(50));
            Pulled.all(engine.answer(ask(2)));
            awaitState(EngineState.Unloaded.class);
            assertFalse(ProcessHandle.current().children().anyMatch(Owner::isWorker));
            engine.stayLoaded();
            Pulled next = Pulled.all(engine.answer(ask(2)));
            assertInstanceOf(ReplyEvent.Loading.class, next.events().getFirst());
            assertInstanceOf(ReplyEvent.Finished.class, next.last());
            assertInstanceOf(EngineState.Ready.class, engine.state());
        }
    }

    @Test
    void aModelIsUnloadedWhenAPersonWantsItAndComesBackWithTheNextQuestion() throws Exception {
        try (LocalEngine engine = engine()) {
            Pulled.all(engine.answer(ask(2)));
            engine.unload();
            awaitState(EngineState.Unloaded.class);
            assertFalse(ProcessHandle.current().children().anyMatch(Owner::isWorker));
            Pulled next = Pulled.all(engine.answer(ask(2)));
            assertInstanceOf(ReplyEvent.Loading.class, next.events().getFirst());
            assertInstanceOf(ReplyEvent.Finished.class, next.last());
        }
    }

    @Test
    void programThatIsNotThereIsNamed() {
        String program = temp.resolve("none").toString();
        try (LocalEngine engine = engine(new WorkerCommand(List.of(program), temp))) {
            Failed failed = (Failed) Pulled.all(engine.answer(ask(2))).last();
            assertEquals(
                    program,
                    assertInstanceOf(EngineFailure.WorkerMissing.class, failed.failure())
                            .program());
        }
    }

    @Test
    void programThatIsNoWorkerIsADeathAtTheStart() {
        WorkerCommand command = new WorkerCommand(List.of("sh", "-c", "exit 3"), temp);
        try (LocalEngine engine = engine(command)) {
            assertEquals(
                    new Failed(new EngineFailure.WorkerDied(Stage.START, 3)),
                    Pulled.all(engine.answer(ask(2))).last());
        }
    }

    @Test
    void workerThatKeepsDyingHasToWaitAndIsTriedAgainAfterwards() {
        WorkerCommand command = new WorkerCommand(List.of("sh", "-c", "exit 3"), temp);
        try (LocalEngine engine = engine(command)) {
            WorkerKeepsDying waits = askUntilItWaits(engine);
            assertTrue(waits.deaths() >= 3, waits.toString());
            WorkerKeepsDying waitsLonger = askUntilItDies(engine);
            assertEquals(waits.deaths() + 1, waitsLonger.deaths());
            assertTrue(waitsLonger.pause().compareTo(waits.pause()) > 0, waitsLonger.toString());
            engine.use(RealWorker.model("phi3-tiny-128k"));
            assertEquals(
                    new Failed(new EngineFailure.WorkerDied(Stage.START, 3)),
                    Pulled.all(engine.answer(ask(2))).last(),
                    "another model is tried at once");
        }
    }

    private static WorkerKeepsDying askUntilItWaits(LocalEngine engine) {
        for (int question = 0; question < 10; question++) {
            if (failure(engine) instanceof WorkerKeepsDying waits) {
                return waits;
            }
        }
        throw new AssertionError("it never waits");
    }

    /// Asks until the wait is over and the next attempt died, and once more.
    private static WorkerKeepsDying askUntilItDies(LocalEngine engine) {
        EngineFailure failure = failure(engine);
        while (failure instanceof WorkerKeepsDying) {
            failure = failure(engine);
        }
        assertEquals(new EngineFailure.WorkerDied(Stage.START, 3), failure);
        return assertInstanceOf(WorkerKeepsDying.class, failure(engine));
    }

    private static EngineFailure failure(LocalEngine engine) {
        Failed failed = assertInstanceOf(Failed.class, Pulled.all(engine.answer(ask(2))).last());
        return failed.failure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEGV", "ABRT"})
    void crashLeavesNoFileBehind(String signal) throws Exception {
        try (LocalEngine engine = engine()) {
            Reply reply = engine.answer(ask(3000));
            Pulled.until(reply, Text.class::isInstance);
            String pid = signal(signal);
            assertEquals(
                    new Failed(new EngineFailure.WorkerDied(Stage.WRITE, 134)),
                    Pulled.all(reply).last());
            assertEquals(List.of(), namesIn(temp));
            // as a number of its own: a longer one may hold these digits by chance
            Pattern named = Pattern.compile("(?<!\\d)" + pid + "(?!\\d)");
            for (String folder : List.of("", "/tmp")) {
                assertEquals(
                        List.of(),
                        namesIn(Path.of(folder).toAbsolutePath()).stream()
                                .filter(name -> name.equals("core") || named.matcher(name).find())
                                .toList());
            }
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void wordsThatNobodyPullsHoldTheWorkerAndAreNotLost() {
        try (LocalEngine engine = engine()) {
            Reply slow = engine.answer(ask(120)); // more than wait in its queue
            Reply next = engine.answer(ask(2));
            assertEquals(120, Pulled.all(slow).ids().count());
            assertEquals(2, Pulled.all(next).ids().count());
        }
    }

    @Test
    void closingEndsTheProcessAndEveryReply() {
        LocalEngine engine = engine();
        Reply running = engine.answer(ask(3000));
        Reply queued = engine.answer(ask(3000));
        Pulled.until(running, Text.class::isInstance);
        engine.close();
        assertTrue(Pulled.isLast(Pulled.all(running).last()));
        assertInstanceOf(ReplyEvent.Finished.class, Pulled.all(queued).last());
        assertFalse(ProcessHandle.current().children().anyMatch(Owner::isWorker));
    }

    @Test
    void temporaryFilesGoWithTheProcess() throws IOException {
        try (LocalEngine engine = engine()) {
            Pulled.all(engine.answer(ask(2)));
        }
        assertEquals(List.of(), namesIn(temp));
    }
}
