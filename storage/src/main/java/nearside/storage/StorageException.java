package nearside.storage;

import java.util.Objects;

/// Carries a storage failure up to the edge of the turn, where it becomes a value again.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient StorageFailure failure;

    public StorageException(StorageFailure failure) {
        super(failure.toString());
        this.failure = Objects.requireNonNull(failure);
    }

    public StorageException(StorageFailure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = Objects.requireNonNull(failure);
    }

    public StorageFailure failure() {
        return failure;
    }
}
