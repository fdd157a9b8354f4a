package nearside.desktop.hotkey;

import java.util.Set;

/// Keys that are pressed at once: one, with others held.
///
/// @param held which are held
/// @param key the character that the last one stands for
public record KeyChord(Set<Held> held, char key) {
    public KeyChord {
        held = Set.copyOf(held);
    }

    /// A key that is held.
    public enum Held {
        CONTROL,
        ALT,
        SHIFT
    }
}
