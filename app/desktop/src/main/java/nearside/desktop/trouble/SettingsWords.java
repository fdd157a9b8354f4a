package nearside.desktop.trouble;

import nearside.storage.Damage;
import nearside.storage.SettingsFound;
import nearside.storage.SettingsTrouble;

import java.util.Optional;
import java.util.stream.Collectors;

/// Sentences for what is wrong with the settings.
record SettingsWords(Wording wording) {
    Optional<Trouble> of(SettingsFound found) {
        if (found.troubles().isEmpty()) {
            return Optional.empty();
        }
        String all = found.troubles().stream().map(this::of).collect(Collectors.joining(" "));
        Object facts = found.troubles();
        return Optional.of(
                switch (found.from()) {
                    case CURRENT -> wording.trouble("settings-values", facts, all);
                    case PREVIOUS -> wording.trouble("settings-previous", facts, all);
                    case DEFAULTS -> wording.trouble("settings-defaults", facts, all);
                });
    }

    String of(SettingsTrouble trouble) {
        return switch (trouble) {
            case SettingsTrouble.Damaged damaged -> damaged(damaged);
            case SettingsTrouble.WrongValue(var file, String key, String expected, String found) ->
                    wording.words()
                            .of("settings.fault.value", file.getFileName(), key, expected, found);
            case SettingsTrouble.Newer(var file, int found, int known) ->
                    wording.words().of("settings.fault.newer", file.getFileName(), found, known);
        };
    }

    private String damaged(SettingsTrouble.Damaged damaged) {
        String fault = damage(damaged);
        return damaged.keptAs()
                .map(kept -> fault + " " + wording.words().of("settings.fault.kept", kept))
                .orElse(fault);
    }

    private String damage(SettingsTrouble.Damaged damaged) {
        Object name = String.valueOf(damaged.file().getFileName());
        return switch (damaged.damage()) {
            case Damage.Missing _ -> wording.words().of("settings.fault.missing", name);
            case Damage.Unreadable _ -> wording.words().of("settings.fault.unreadable", name);
            case Damage.TooLarge(long found, long most) ->
                    wording.words().of("settings.fault.too-large", name, found, most);
            case Damage.NotText _ -> wording.words().of("settings.fault.not-text", name);
            case Damage.NotJson _ -> wording.words().of("settings.fault.not-json", name);
        };
    }
}
