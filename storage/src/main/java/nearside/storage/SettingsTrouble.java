package nearside.storage;

import java.nio.file.Path;
import java.util.Optional;

/// Everything that can be wrong with the settings of a profile. None of it ends anything.
public sealed interface SettingsTrouble {
    Path file();

    /// The file is not used.
    ///
    /// @param keptAs where it is kept now; empty where it could not be copied and lies as it was
    record Damaged(Path file, Damage damage, Optional<Path> keptAs) implements SettingsTrouble {}

    /// One value is not used, and what is usual counts instead.
    record WrongValue(Path file, String key, String expected, String found)
            implements SettingsTrouble {}

    /// A newer version of this program wrote the file; what this one knows of it is used.
    record Newer(Path file, int foundFormat, int knownFormat) implements SettingsTrouble {}
}
