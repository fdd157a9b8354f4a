package nearside.storage;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// The settings of a profile on disk: written to a temporary file, forced and moved, the previous
/// version kept. Works without the profile's lock, so that `models use` serves beside an open
/// window.
public final class SettingsFile {
    public SettingsFile(Path profile) {
        throw new UnsupportedOperationException();
    }

    /// The settings, or the previous version when the file cannot be read, or the defaults.
    public Settings read() {
        throw new UnsupportedOperationException();
    }

    public Settings change(UnaryOperator<Settings> change) {
        throw new UnsupportedOperationException();
    }
}
