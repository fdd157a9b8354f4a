package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.Map.entry;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class WorkerEnvironmentTest {
    private static final Path TEMP = Path.of("temp folder");

    @Test
    void holdsWhatIsNeededAndNoSecret() {
        Map<String, String> ours =
                Map.of(
                        "PATH", "/usr/bin",
                        "LANG", "de_DE.UTF-8",
                        "OPENAI_API_KEY", "secret",
                        "HTTPS_PROXY", "http://proxy",
                        "LD_PRELOAD", "evil.so",
                        "CI", "true");
        assertEquals(
                Map.ofEntries(
                        entry("PATH", "/usr/bin"),
                        entry("LANG", "de_DE.UTF-8"),
                        entry("TMPDIR", "temp folder"),
                        entry("TMP", "temp folder"),
                        entry("TEMP", "temp folder"),
                        entry(
                                "JAVA_TOOL_OPTIONS",
                                "\"-Djava.io.tmpdir=temp folder\""
                                        + " -XX:+SuppressFatalErrorMessage"),
                        entry("MALLOC_ARENA_MAX", "1"),
                        entry("MALLOC_MMAP_THRESHOLD_", "33554432"),
                        entry("MALLOC_TRIM_THRESHOLD_", "536870912"),
                        entry("ORT_DISABLE_TELEMETRY", "1"),
                        entry("OPT_OUT_TRACKING", "true")),
                WorkerEnvironment.of(ours, TEMP));
    }

    @Test
    void namesAreFoundWhateverTheirCase() {
        Map<String, String> environment = WorkerEnvironment.of(Map.of("Path", "C:\\Windows"), TEMP);
        assertEquals("C:\\Windows", environment.get("PATH"));
    }

    @Test
    void silenceCannotBeOverridden() {
        Map<String, String> environment =
                WorkerEnvironment.of(Map.of("ORT_DISABLE_TELEMETRY", "0"), TEMP);
        assertEquals("1", environment.get("ORT_DISABLE_TELEMETRY"));
    }
}
