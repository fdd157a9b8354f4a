package nearside.desktop.bench;

import java.util.Locale;

/// What can be measured apart from the rest.
public enum Part {
    /// Load, first token and resident memory.
    START,
    PREFILL,
    DECODE,
    /// The first token of a second turn.
    TURN,
    /// The same with a new worker, which gets back what was read from the disk.
    RESTORE,
    /// Copying answers with and without drafts.
    LOOKUP;

    /// Its name on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
