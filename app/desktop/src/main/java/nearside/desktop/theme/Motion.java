package nearside.desktop.theme;

import nearside.storage.Appearance;

/// How much moves by itself.
public enum Motion {
    USUAL,
    LESS;

    static Motion of(Appearance.Motion chosen, SystemLook system) {
        return switch (chosen) {
            case REDUCED -> LESS;
            case SYSTEM -> system.motion();
        };
    }
}
