package nearside.desktop.undo;

import java.util.Objects;

/// Something that took something away, and can be taken back.
///
/// @param key of the words that say what was done, with its name put in
/// @param undo takes it back
/// @param redo does it once more
public record Act(String key, String name, Runnable undo, Runnable redo) {
    public Act {
        Objects.requireNonNull(key);
        Objects.requireNonNull(name);
        Objects.requireNonNull(undo);
        Objects.requireNonNull(redo);
    }
}
