package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ItselfTest {
    /// A process as the system tells of it.
    private record Told(Optional<String> command, Optional<String[]> arguments)
            implements ProcessHandle.Info {
        @Override
        public Optional<String> commandLine() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> startInstant() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> totalCpuDuration() {
            return Optional.empty();
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }
    }

    private static Told told(String... line) {
        List<String> all = List.of(line);
        return new Told(
                Optional.of(all.getFirst()),
                Optional.of(all.subList(1, all.size()).toArray(String[]::new)));
    }

    @Test
    void aLauncherIsStartedWithoutWhatItWasGiven() {
        assertEquals(
                List.of("/n/bin/nearside"),
                Itself.of(told("/n/bin/nearside", "--data-dir", "/p", "--offline"), 3).line());
    }

    @Test
    void aRuntimeIsToldTheProgramAgain() {
        assertEquals(
                List.of("java", "-m", "desktop/Main", "--data-dir", "/p"),
                Itself.of(told("java", "-m", "desktop/Main", "ask", "x"), 2)
                        .with(List.of("--data-dir", "/p"))
                        .line());
    }

    @Test
    void aSystemThatTellsNoArgumentsHasALauncher() {
        assertEquals(
                List.of("n.exe"),
                Itself.of(new Told(Optional.of("n.exe"), Optional.empty()), 2).line());
    }
}
