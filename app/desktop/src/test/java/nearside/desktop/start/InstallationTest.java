package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

class InstallationTest {
    private static Installation of(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return Installation.of(properties);
    }

    @Test
    void findsTheWorkerBesideTheLauncherOnEverySystem() {
        assertEquals(
                new Installation(
                        Path.of("/opt/n/lib/app/models/smollm2-135m-instruct-int4"),
                        List.of("/opt/n/bin/nearside-engine")),
                of(Map.of("nearside.app", "/opt/n/lib/app", "os.name", "Linux")));
        assertEquals(
                List.of("/n.app/Contents/MacOS/nearside-engine"),
                of(Map.of("nearside.app", "/n.app/Contents/app", "os.name", "Mac OS X")).worker());
        assertEquals(
                List.of("/n/nearside-engine.exe"),
                of(Map.of("nearside.app", "/n/app", "os.name", "Windows 11")).worker());
    }

    @Test
    void aBuildTreeNamesItsParts() {
        assertEquals(
                new Installation(
                        Path.of("/m/smollm2-135m-instruct-int4"),
                        List.of("/jdk/bin/java", "@/w/launch.args")),
                of(
                        Map.of(
                                "nearside.models", "/m",
                                "nearside.worker.args", "/w/launch.args",
                                "java.home", "/jdk",
                                "os.name", "Linux")));
    }

    @Test
    void saysWhatIsMissing() {
        assertThrows(IllegalStateException.class, () -> of(Map.of("os.name", "Linux")));
    }
}
