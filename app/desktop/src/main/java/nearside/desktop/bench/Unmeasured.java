package nearside.desktop.bench;

import nearside.engine.EngineFailure;

/// The engine failed while it was measured.
public final class Unmeasured extends Exception {
    private static final long serialVersionUID = 1;

    private final transient EngineFailure failure;

    Unmeasured(EngineFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public EngineFailure failure() {
        return failure;
    }
}
