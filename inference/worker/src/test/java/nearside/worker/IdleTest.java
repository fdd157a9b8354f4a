package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.local.LocalEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Threads that spin while a reply is written sleep when nothing is asked.
class IdleTest {
    @TempDir Path temp;

    /// A thread that spun would take the two seconds whole; the heart-beat and the garbage
    /// collector take some hundredths.
    @Test
    void aWorkerThatIsAskedNothingTakesNoProcessorTime() throws Exception {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), _ -> {})) {
            engine.use(RealWorker.model("phi3-tiny-4k"));
            assertInstanceOf(Finished.class, Pulled.all(engine.answer(question())).last());
            ProcessHandle worker = Owner.workerOf(ProcessHandle.current());
            Duration before = processorTime(worker);
            assertFalse(goneWithin(worker, Duration.ofSeconds(2)));
            Duration taken = processorTime(worker).minus(before);
            assertTrue(taken.compareTo(Duration.ofMillis(300)) < 0, taken::toString);
        }
    }

    private static boolean goneWithin(ProcessHandle worker, Duration time) throws Exception {
        try {
            return worker.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (TimeoutException alive) {
            return false;
        }
    }

    /// Of all its threads, those of the runtime included.
    private static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static Prompt question() {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "Hello")),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                40);
    }
}
