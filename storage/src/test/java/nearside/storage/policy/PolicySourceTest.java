package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class PolicySourceTest {
    private static List<Path> places(String system, Map<String, String> environment) {
        return PolicySource.of(system, environment).places();
    }

    @Test
    void eachSystemHasItsPlace() {
        assertEquals(List.of(Path.of("/etc/nearside/policy/managed")), places("Linux", Map.of()));
        assertEquals(
                List.of(Path.of("/Library/Application Support/Nearside/policy.json")),
                places("Mac OS X", Map.of()));
    }

    @Test
    void theEnvironmentAddsAPlaceOnWindowsAndTakesNoneAway() {
        Path usual = Path.of("C:\\ProgramData").resolve("Nearside").resolve("policy.json");
        Path other = Path.of("D:\\Data").resolve("Nearside").resolve("policy.json");
        assertEquals(List.of(usual), places("Windows 11", Map.of()));
        assertEquals(
                List.of(usual), places("Windows 11", Map.of("ProgramData", "C:\\ProgramData")));
        assertEquals(
                List.of(usual, other), places("Windows 11", Map.of("ProgramData", "D:\\Data")));
    }

    @Test
    void theEnvironmentOfOtherSystemsDoesNotCount() {
        assertEquals(places("Linux", Map.of()), places("Linux", Map.of("ProgramData", "/tmp")));
    }
}
