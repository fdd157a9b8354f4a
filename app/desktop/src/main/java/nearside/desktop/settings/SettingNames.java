package nearside.desktop.settings;

import nearside.desktop.manners.QuickKey;
import nearside.desktop.models.CacheChoice;
import nearside.desktop.models.Relief;
import nearside.desktop.words.Words;

/// What the choices of how models are run are called.
record SettingNames(Words words) {
    private static final double KILO = 1_000;

    String of(CacheChoice choice) {
        return switch (choice) {
            case AUTO -> words.of("settings.cache.auto");
            case EXACT -> words.of("settings.cache.exact");
            case SMALL -> words.of("settings.cache.small");
        };
    }

    String of(Relief relief) {
        return switch (relief) {
            case STAND_IN -> words.of("settings.relief.stand-in");
            case LEAVE_OUT -> words.of("settings.relief.leave-out");
            case SHORT_REPLY -> words.of("settings.relief.short-reply");
        };
    }

    String of(QuickKey keys) {
        return switch (keys) {
            case NONE -> words.of("settings.quick.none");
            case CTRL_ALT_SPACE -> words.of("settings.quick.alt-space");
            case CTRL_SHIFT_SPACE -> words.of("settings.quick.shift-space");
            case CTRL_ALT_N -> words.of("settings.quick.alt-n");
        };
    }

    String of(SpeedLimit limit) {
        return limit.kilobytes() == 0
                ? words.of("settings.limit.none")
                : words.of("settings.limit.megabytes", limit.kilobytes() / KILO);
    }

    String of(Pause pause) {
        return pause.minutes() == 0
                ? words.of("settings.pause.never")
                : words.of("settings.pause.minutes", pause.minutes());
    }
}
