package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Text;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.contract.Campaign;
import nearside.engine.contract.Pulled;
import nearside.engine.local.LocalEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The worker is killed at a random token, again and again: what was written stays, the next
/// question is answered, nothing is left behind. Five kills in the everyday run; all of them by
///
/// `mvn -pl inference/worker -am test -Dtest=WorkerKillCampaign -Dnearside.seeds=1-500
/// -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledOnOs(OS.LINUX)
class WorkerKillCampaign {
    private static final List<String> SIGNALS = List.of("SEGV", "ABRT", "KILL", "STOP");
    private static final int LONGEST = 160;
    private static final int LATEST = 120;

    @TempDir Path temp;
    private final Campaign campaign =
            Campaign.of(
                    "worker-kills.csv",
                    "signal,killed_after_tokens,kept_tokens,death_seen_ms,next_token_ms",
                    5);

    @Test
    void wordsStayAndTheNextQuestionIsAnswered() throws Exception {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), state -> {})) {
            engine.use(RealWorker.model("smollm2-135m-instruct-int4"));
            TokenIds whole = Pulled.all(engine.answer(story())).ids();
            assertEquals(LONGEST, whole.count());
            for (long seed : campaign.seeds().toArray()) {
                kill(engine, whole, seed);
            }
        }
        assertEquals(List.of(), filesIn(temp));
    }

    private static Prompt story() {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "Write a long story about the sea.")),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                LONGEST);
    }

    private void kill(LocalEngine engine, TokenIds whole, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        String signal = SIGNALS.get(random.nextInt(SIGNALS.size()));
        int after = random.nextInt(LATEST);
        Reply reply = engine.answer(story());
        List<ReplyEvent> events = new ArrayList<>(upTo(reply, after));
        ProcessHandle worker = Owner.workerOf(ProcessHandle.current());
        long killed = System.nanoTime();
        Owner.signal(worker, signal);
        events.addAll(Pulled.all(reply).events());
        long seen = System.nanoTime();
        Reply following = engine.answer(story());
        assertInstanceOf(Text.class, Pulled.until(following, Text.class::isInstance).last());
        long next = System.nanoTime();
        following.close();
        Pulled.all(following);
        Pulled pulled = new Pulled(events);
        check(signal, pulled, whole, after);
        assertFalse(worker.isAlive(), "an orphan");
        assertEquals(1, filesIn(temp).size(), "temporary folders");
        assertEquals(List.of(), crashFilesOf(worker));
        campaign.row(
                seed,
                signal,
                after,
                pulled.ids().count(),
                millis(killed, seen),
                millis(seen, next));
    }

    /// Pulls so many tokens, or up to the prompt's reading when it is none.
    private static List<ReplyEvent> upTo(Reply reply, int tokens) {
        List<ReplyEvent> events =
                new ArrayList<>(Pulled.until(reply, ReplyEvent.Reading.class::isInstance).events());
        while (new Pulled(events).ids().count() < tokens) {
            events.addAll(Pulled.until(reply, Text.class::isInstance).events());
        }
        return events;
    }

    private static void check(String signal, Pulled pulled, TokenIds whole, int after) {
        EngineFailure failure = assertInstanceOf(Failed.class, pulled.last()).failure();
        switch (signal) {
            case "STOP" -> assertInstanceOf(EngineFailure.WorkerSilent.class, failure);
            case "KILL" -> assertEquals(137, died(failure));
            default -> assertEquals(134, died(failure));
        }
        TokenIds kept = pulled.ids();
        assertTrue(kept.count() >= after, kept.count() + " of " + after);
        assertEquals(TokenIds.of(whole.stream().limit(kept.count()).toArray()), kept);
    }

    private static int died(EngineFailure failure) {
        return assertInstanceOf(EngineFailure.WorkerDied.class, failure).exitCode();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// In the folder of this process and in the system's, where a crash report or an image would go
    /// that finds no other place.
    private static List<Path> crashFilesOf(ProcessHandle worker) throws IOException {
        List<Path> all = new ArrayList<>(filesIn(Path.of("").toAbsolutePath()));
        all.addAll(filesIn(Path.of("/tmp")));
        String pid = String.valueOf(worker.pid());
        return all.stream()
                .filter(file ->
                        file.getFileName().toString().matches(".*(core|hs_err).*" + pid + ".*"))
                .toList();
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }
}
