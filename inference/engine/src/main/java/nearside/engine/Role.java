package nearside.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who speaks in a line of a prompt.
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL;

    /// The name that chat templates and chat-completion interfaces use.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
    }
}
