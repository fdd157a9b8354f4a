package nearside.desktop.models;

import nearside.desktop.trouble.Trouble;

import java.util.Optional;

/// A model that can be chosen, or could if its folder were sound.
public record ModelChoice(String id, Kind kind, InUse inUse, Optional<Trouble> flaw) {
    /// Where it came from.
    public enum Kind {
        STARTER,
        IMPORTED,
        IN_PLACE
    }

    public enum InUse {
        YES,
        NO
    }
}
