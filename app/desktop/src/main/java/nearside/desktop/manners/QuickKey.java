package nearside.desktop.manners;

import nearside.desktop.hotkey.KeyChord;
import nearside.desktop.hotkey.KeyChord.Held;
import nearside.storage.Manners;

import java.util.Optional;
import java.util.Set;

/// Keys that open the small window from anywhere.
public enum QuickKey {
    NONE,
    CTRL_ALT_SPACE,
    CTRL_SHIFT_SPACE,
    CTRL_ALT_N;

    static QuickKey of(Manners.QuickKey stored) {
        return switch (stored) {
            case NONE -> NONE;
            case CTRL_ALT_SPACE -> CTRL_ALT_SPACE;
            case CTRL_SHIFT_SPACE -> CTRL_SHIFT_SPACE;
            case CTRL_ALT_N -> CTRL_ALT_N;
        };
    }

    Manners.QuickKey stored() {
        return switch (this) {
            case NONE -> Manners.QuickKey.NONE;
            case CTRL_ALT_SPACE -> Manners.QuickKey.CTRL_ALT_SPACE;
            case CTRL_SHIFT_SPACE -> Manners.QuickKey.CTRL_SHIFT_SPACE;
            case CTRL_ALT_N -> Manners.QuickKey.CTRL_ALT_N;
        };
    }

    Optional<KeyChord> chord() {
        return switch (this) {
            case NONE -> Optional.empty();
            case CTRL_ALT_SPACE -> Optional.of(new KeyChord(Set.of(Held.CONTROL, Held.ALT), ' '));
            case CTRL_SHIFT_SPACE ->
                    Optional.of(new KeyChord(Set.of(Held.CONTROL, Held.SHIFT), ' '));
            case CTRL_ALT_N -> Optional.of(new KeyChord(Set.of(Held.CONTROL, Held.ALT), 'n'));
        };
    }
}
