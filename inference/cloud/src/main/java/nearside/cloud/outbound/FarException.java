package nearside.cloud.outbound;

import nearside.engine.EngineFailure;

import java.util.Objects;

/// A connection failed in an expected way.
public final class FarException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient EngineFailure.Far failure;

    public FarException(EngineFailure.Far failure) {
        super(failure.toString());
        this.failure = Objects.requireNonNull(failure);
    }

    public EngineFailure.Far failure() {
        return failure;
    }
}
