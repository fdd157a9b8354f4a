package nearside.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The settings of a profile as they were found, which version of their file they are from, and
/// what was wrong with it.
///
/// @param file where they are kept
public record SettingsFound(
        Path file, Settings settings, From from, List<SettingsTrouble> troubles) {
    public SettingsFound {
        Objects.requireNonNull(file);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(from);
        troubles = List.copyOf(troubles);
    }

    /// The version that is used.
    public enum From {
        CURRENT,
        /// The one before the last change.
        PREVIOUS,
        /// None: what is usual.
        DEFAULTS
    }
}
