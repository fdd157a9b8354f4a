package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                Map.of(
                        "PATH", "/usr/bin",
                        "LANG", "de_DE.UTF-8",
                        "TMPDIR", "temp folder",
                        "TMP", "temp folder",
                        "TEMP", "temp folder",
                        "JAVA_TOOL_OPTIONS",
                                "\"-Djava.io.tmpdir=temp folder\""
                                        + " -XX:+SuppressFatalErrorMessage",
                        "ORT_DISABLE_TELEMETRY", "1",
                        "OPT_OUT_TRACKING", "true"),
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
