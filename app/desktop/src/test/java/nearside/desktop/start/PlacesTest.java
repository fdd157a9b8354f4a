package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ada");

    private static Places of(String system, Map<String, String> environment) {
        return Places.of(Optional.empty(), system, environment, HOME);
    }

    private static Places places(String profile, String logs) {
        return new Places(Path.of(profile), Path.of(logs));
    }

    @Test
    void followsTheXdgRulesOnLinux() {
        assertEquals(
                places("/home/ada/.local/share/nearside", "/home/ada/.local/state/nearside/logs"),
                of("Linux", Map.of()));
        assertEquals(
                places("/d/nearside", "/s/nearside/logs"),
                of("Linux", Map.of("XDG_DATA_HOME", "/d", "XDG_STATE_HOME", "/s")));
    }

    @Test
    void ignoresRelativeAndBlankXdgFolders() {
        assertEquals(
                of("Linux", Map.of()),
                of("Linux", Map.of("XDG_DATA_HOME", "here", "XDG_STATE_HOME", " ")));
    }

    @Test
    void usesTheLibraryOnMac() {
        assertEquals(
                places(
                        "/home/ada/Library/Application Support/Nearside",
                        "/home/ada/Library/Logs/Nearside"),
                of("Mac OS X", Map.of()));
    }

    @Test
    void usesTheLocalFolderOnWindows() {
        assertEquals(
                places("/l/Nearside", "/l/Nearside/Logs"),
                of("Windows 11", Map.of("LOCALAPPDATA", "/l")));
        assertEquals(
                places("/home/ada/AppData/Local/Nearside", "/home/ada/AppData/Local/Nearside/Logs"),
                of("Windows 11", Map.of()));
    }

    @Test
    void aNamedFolderHoldsItsLogsToo() {
        Map<String, String> environment = Map.of("NEARSIDE_DATA_DIR", "/env");
        assertEquals(places("/env", "/env/logs"), of("Linux", environment));
        assertEquals(
                places("/named", "/named/logs"),
                Places.of(Optional.of(Path.of("/named")), "Linux", environment, HOME));
    }

    @Test
    void theHomeThatWasSetGoesBeforeTheUserDatabase() {
        assertEquals(
                places("/set/.local/share/nearside", "/set/.local/state/nearside/logs"),
                of("Linux", Map.of("HOME", "/set")));
    }
}
