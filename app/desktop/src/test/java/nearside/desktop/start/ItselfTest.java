package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @CsvSource({
        ":/n/lib/app, ''",
        "/mine:/n/lib/app, /mine",
        "/mine:/other:/n/lib/app, /mine:/other",
    })
    void whatTheLauncherAddedIsTakenBack(String path, String before) {
        Map<String, String> environment =
                new HashMap<>(Map.of("_JPACKAGE_LAUNCHER", "0", "LD_LIBRARY_PATH", path, "A", "b"));
        Itself.unmark(environment);
        assertEquals(
                before.isEmpty() ? Map.of("A", "b") : Map.of("A", "b", "LD_LIBRARY_PATH", before),
                environment);
    }

    @Test
    void withoutALauncherThePathIsThePersons() {
        Map<String, String> environment = new HashMap<>(Map.of("LD_LIBRARY_PATH", "/mine"));
        Itself.unmark(environment);
        assertEquals(Map.of("LD_LIBRARY_PATH", "/mine"), environment);
    }

    @Test
    void aSystemThatTellsNoArgumentsHasALauncher() {
        assertEquals(
                List.of("n.exe"),
                Itself.of(new Told(Optional.of("n.exe"), Optional.empty()), 2).line());
    }
}
