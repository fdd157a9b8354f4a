package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class SessionBusTest {
    @TempDir Path folder;

    private static boolean named(String address) {
        return SessionBus.isThere(Map.of("DBUS_SESSION_BUS_ADDRESS", address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unix:path=/run/user/1000/bus",
                "unix:abstract=/tmp/dbus-x,guid=1",
                "unix:path=/a;unix:path=/b"
            })
    void aBusOnThisDeviceIsThere(String address) {
        assertTrue(named(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "disabled:",
                "autolaunch:",
                "unix:path=/a;autolaunch:",
                "unixexec:path=dbus-launch",
                "tcp:host=192.0.2.1,port=1"
            })
    void noneIsStartedAndNoneReachedByANetwork(String address) {
        assertFalse(named(address));
    }

    @Test
    void withoutAnAddressItIsWhereTheSessionPutsIt() throws IOException {
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());
        assertFalse(SessionBus.isThere(environment));
        Files.createFile(folder.resolve("bus"));
        assertTrue(SessionBus.isThere(environment));
        assertFalse(SessionBus.isThere(Map.of("XDG_RUNTIME_DIR", "")));
        assertFalse(SessionBus.isThere(Map.of()));
    }

    @Test
    void anAddressCountsMoreThanThatPlace() throws IOException {
        Files.createFile(folder.resolve("bus"));
        assertFalse(
                SessionBus.isThere(
                        Map.of(
                                "XDG_RUNTIME_DIR",
                                folder.toString(),
                                "DBUS_SESSION_BUS_ADDRESS",
                                "disabled:")));
    }

    /// Else each test profile would keep its key with the person who runs the tests.
    @Test
    void testsHaveNone() {
        assertEquals(
                Optional.of("disabled:"),
                Optional.ofNullable(System.getenv("DBUS_SESSION_BUS_ADDRESS")));
        assertFalse(SessionBus.isThere(System.getenv()));
    }
}
