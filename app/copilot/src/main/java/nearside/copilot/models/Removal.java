package nearside.copilot.models;

import java.util.Objects;

/// What came of removing a model.
public sealed interface Removal {
    /// Its files are deleted.
    record Removed(InstalledModel model, long freedBytes, Was was) implements Removal {
        public Removed {
            Objects.requireNonNull(model);
            Objects.requireNonNull(was);
        }
    }

    /// It is not used any more where it lies; its files stay.
    record Forgotten(InstalledModel model, Was was) implements Removal {
        public Forgotten {
            Objects.requireNonNull(model);
            Objects.requireNonNull(was);
        }
    }

    /// The starter comes with the program and goes with it.
    record StarterStays() implements Removal {}

    record Unknown(String id) implements Removal {}

    /// A process uses its files, and the system lets nobody remove them. Nothing was changed.
    record Held(InstalledModel model, String problem) implements Removal {}

    /// Whether it was the person's choice. The starter is, afterwards.
    enum Was {
        IN_USE,
        ASIDE
    }
}
