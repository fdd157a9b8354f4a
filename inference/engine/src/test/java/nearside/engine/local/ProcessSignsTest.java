package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Real processes, looked at from outside.
@EnabledOnOs(OS.LINUX)
class ProcessSignsTest {
    private static final String SPIN = "while :; do :; done";

    @TempDir Path temp;
    private final List<Process> started = new ArrayList<>();

    private ProcessSigns signs(String script) throws IOException {
        started.add(new ProcessBuilder("sh", "-c", script).start());
        return new ProcessSigns(process());
    }

    private ProcessHandle process() {
        return started.getLast().toHandle();
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private static Pulse.Sign overAWhile(ProcessSigns signs) throws InterruptedException {
        var _ = signs.look();
        TimeUnit.MILLISECONDS.sleep(300);
        return signs.look();
    }

    @Test
    void aSpinningProcessIsBusy() throws Exception {
        assertEquals(Pulse.Sign.BUSY, overAWhile(signs(SPIN)));
    }

    @Test
    void aSleepingProcessIsIdle() throws Exception {
        assertEquals(Pulse.Sign.IDLE, overAWhile(signs("exec sleep 60")));
    }

    @Test
    void aStoppedProcessIsIdleWhateverItDid() throws Exception {
        ProcessSigns signs = signs(SPIN);
        var _ = signs.look();
        String pid = String.valueOf(process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-STOP", pid).start().waitFor());
        assertEquals(Pulse.Sign.IDLE, overAWhile(signs));
    }

    @Test
    void aThreadInLineForAProcessorOrTheDiskIsBusy() throws Exception {
        signs("exec sleep 60");
        for (String state : List.of("R", "D")) {
            assertEquals(Pulse.Sign.BUSY, overAWhile(withThreads("S", state)), state);
        }
        assertEquals(Pulse.Sign.IDLE, overAWhile(withThreads("S", "T")));
    }

    /// The process itself sleeps; its threads are as a made-up kernel tells.
    private ProcessSigns withThreads(String... states) throws IOException {
        for (int thread = 0; thread < states.length; thread++) {
            Path folder = temp.resolve(process().pid() + "/task/" + thread);
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("stat"), thread + " (a (R) b) " + states[thread] + " 1");
        }
        return new ProcessSigns(process(), temp);
    }

    @Test
    void aProcessThatIsGoneIsIdle() throws Exception {
        ProcessSigns signs = signs("exit 0");
        started.getLast().waitFor();
        assertEquals(Pulse.Sign.IDLE, overAWhile(signs));
    }
}
