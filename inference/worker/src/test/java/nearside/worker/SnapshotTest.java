package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.ReplyEvent.Reading;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.local.EngineState;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.ScaleShelf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// When conversations are kept and brought back, and what comes before that.
class SnapshotTest {
    private static final List<Prompt.Line> LINES =
            List.of(new Prompt.Line(Role.USER, "the ".repeat(300)));

    private static final Prompt.Conversation TALK = new Prompt.Conversation("talk");
    private static final Prompt.Conversation OTHER = new Prompt.Conversation("other");

    @TempDir static Path temp;
    private final BlockingQueue<EngineState> states = new LinkedBlockingQueue<>();
    private final MemoryShelf shelf = new MemoryShelf();
    private final LocalEngine engine =
            new LocalEngine(RealWorker.command(temp), ScaleShelf.NONE, shelf, states::add);

    @AfterEach
    void close() {
        engine.close();
    }

    private static Prompt unsaved(List<Prompt.Line> lines) {
        return new Prompt(
                lines, Prompt.Ending.NEW_REPLY, Prompt.SpecialTokens.AS_TEXT, Sampling.GREEDY, 8);
    }

    private static Prompt prompt(List<Prompt.Line> lines) {
        return unsaved(lines).in(TALK);
    }

    private static List<Prompt.Line> next(List<Prompt.Line> lines, Pulled reply) {
        List<Prompt.Line> next = new ArrayList<>(lines);
        next.add(new Prompt.Line(Role.ASSISTANT, reply.text()));
        next.add(new Prompt.Line(Role.USER, "And then?"));
        return next;
    }

    private Pulled ask(List<Prompt.Line> lines) {
        return ask(prompt(lines));
    }

    private Pulled ask(Prompt prompt) {
        Pulled pulled = Pulled.all(engine.answer(prompt));
        assertInstanceOf(Finished.class, pulled.last());
        return pulled;
    }

    private static int cached(Pulled pulled) {
        return pulled.of(Reading.class).getFirst().cached();
    }

    private void await(Class<? extends EngineState> kind) throws InterruptedException {
        EngineState state = states.poll(1, TimeUnit.MINUTES);
        while (!kind.isInstance(state)) {
            assertTrue(state != null, "never " + kind);
            state = states.poll(1, TimeUnit.MINUTES);
        }
    }

    private void unload() throws InterruptedException {
        states.clear();
        engine.unloadAfter(Duration.ofMillis(1));
        await(EngineState.Unloaded.class);
        engine.stayLoaded();
    }

    /// The question waits for one piece of 64 KiB; what was begun is dropped, and made up for when
    /// nobody asks again.
    @Test
    void aQuestionComesBeforeKeeping() throws Exception {
        CountDownLatch keeping = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        shelf.onWrite(() -> {
            keeping.countDown();
            awaitQuietly(asked);
        });
        engine.use(RealWorker.model("phi3-tiny-4k"));
        Pulled first = ask(LINES);
        keeping.await();
        Reply reply = engine.answer(prompt(next(LINES, first)));
        asked.countDown();
        Pulled second = Pulled.all(reply);
        assertInstanceOf(Finished.class, second.last());
        assertEquals(0, shelf.finished.get());
        assertEquals(1, shelf.dropped.get());
        assertTrue(cached(second) > 300, "it is in memory");
        unload();
        KvSnapshot kept = shelf.snapshot().orElseThrow();
        assertEquals(1, kept.parts().size());
        assertEquals(second.prompt().count() + 7, kept.end());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whateverEndsARestoreTheQuestionIsAnswered() throws Exception {
        engine.use(RealWorker.model("phi3-tiny-4k"));
        List<Prompt.Line> more = next(LINES, ask(LINES));
        unload();
        assertEquals(1, shelf.finished.get());
        stopped(more);
        shelf.onRead(piece -> piece < 2);
        Pulled readAgain = ask(more);
        assertEquals(0, cached(readAgain), "half of it was damaged");
        unload();
        killed(next(more, readAgain));
        shelf.onRead(piece -> true);
        assertTrue(cached(ask(next(more, readAgain))) > 300, "it came back into a new worker");
        assertEquals(2, shelf.finished.get());
    }

    private void stopped(List<Prompt.Line> lines) {
        CompletableFuture<Reply> asked = new CompletableFuture<>();
        shelf.onRead(piece -> {
            asked.join().close();
            return true;
        });
        Reply reply = engine.answer(prompt(lines));
        asked.complete(reply);
        Finished last = assertInstanceOf(Finished.class, Pulled.all(reply).last());
        assertEquals(Finish.STOP, last.finish());
    }

    private void killed(List<Prompt.Line> lines) {
        shelf.onRead(piece -> piece != 1 || killWorker());
        assertEquals(
                new Failed(new EngineFailure.WorkerDied(Stage.READ, 137)),
                Pulled.all(engine.answer(prompt(lines))).last());
    }

    private static boolean killWorker() {
        return Owner.workerOf(ProcessHandle.current()).destroyForcibly();
    }

    /// The control is the same question in a conversation.
    @Test
    void whatIsNotSavedIsNotKeptAndFindsNothing() throws Exception {
        engine.use(RealWorker.model("phi3-tiny-4k"));
        ask(unsaved(LINES));
        unload();
        assertEquals(Optional.empty(), shelf.conversation());
        ask(prompt(LINES));
        unload();
        assertEquals(Optional.of("talk"), shelf.conversation());
        assertEquals(0, cached(ask(unsaved(LINES))));
        unload();
        assertTrue(cached(ask(prompt(LINES))) > 300);
    }

    @Test
    void anotherConversationWithTheSameWordsIsReadAnew() throws Exception {
        engine.use(RealWorker.model("phi3-tiny-4k"));
        ask(prompt(LINES));
        unload();
        assertEquals(0, cached(ask(unsaved(LINES).in(OTHER))));
        unload();
        assertEquals(Optional.of("other"), shelf.conversation());
    }

    /// A question that was not saved came between the answer and its keeping, and failed or not:
    /// the worker has read other words by then, which must not be kept as those of the
    /// conversation.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCameAfterwardsIsNotKeptInItsStead(boolean fails) throws Exception {
        engine.use(RealWorker.model("phi3-tiny-4k"));
        CountDownLatch keeping = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        shelf.onWrite(() -> {
            keeping.countDown();
            awaitQuietly(asked);
        });
        ask(prompt(LINES));
        keeping.await();
        int words = fails ? 20_000 : 200;
        Reply reply =
                engine.answer(unsaved(List.of(new Prompt.Line(Role.USER, "a ".repeat(words)))));
        asked.countDown();
        assertEquals(fails, Pulled.all(reply).last() instanceof Failed);
        unload();
        assertEquals(Optional.empty(), shelf.snapshot());
        assertEquals(0, shelf.finished.get());
    }

    @Test
    void aConversationGrowsAndIsKeptWhenTheProgramCloses() throws Exception {
        engine.use(RealWorker.model("phi3-tiny-4k"));
        Pulled first = ask(LINES);
        List<Prompt.Line> more = next(LINES, first);
        unload();
        Pulled second = ask(more);
        assertTrue(cached(second) > 300);
        engine.close();
        KvSnapshot kept = shelf.snapshot().orElseThrow();
        assertEquals(2, kept.parts().size());
        assertEquals(cached(second), kept.parts().getLast().from());
        assertEquals(second.prompt().count() + 7, kept.end());
    }
}
