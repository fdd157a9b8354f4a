package nearside.storage.keystore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Whether the environment names a session bus that runs already. One that would have to be started
/// first, or that is reached by a network, counts as none.
///
/// Source: the D-Bus specification, "Well-known Message Bus Instances".
final class SessionBus {
    private SessionBus() {}

    static boolean isThere(Map<String, String> environment) {
        Optional<String> address = Optional.ofNullable(environment.get("DBUS_SESSION_BUS_ADDRESS"));
        return address.isPresent()
                ? Arrays.stream(address.get().split(";", -1)).allMatch(it -> it.startsWith("unix:"))
                : Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, "bus"))
                        .filter(Files::exists)
                        .isPresent();
    }
}
