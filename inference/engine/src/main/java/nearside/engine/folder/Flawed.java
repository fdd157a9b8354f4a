package nearside.engine.folder;

import java.util.Objects;

/// Carries a flaw up to the end of the check, where it becomes a value again.
final class Flawed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient FolderFlaw flaw;

    Flawed(FolderFlaw flaw) {
        super(flaw.toString(), null, false, false);
        this.flaw = Objects.requireNonNull(flaw);
    }

    FolderFlaw flaw() {
        return flaw;
    }
}
