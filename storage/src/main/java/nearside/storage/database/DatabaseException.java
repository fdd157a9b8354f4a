package nearside.storage.database;

import java.util.Objects;

/// Carries a trouble out of the database; all connections were closed before it was thrown.
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;

    public DatabaseException(Trouble trouble) {
        super(trouble.toString());
        this.trouble = Objects.requireNonNull(trouble);
    }

    public DatabaseException(Trouble trouble, Throwable cause) {
        super(trouble.toString(), cause);
        this.trouble = Objects.requireNonNull(trouble);
    }

    public Trouble trouble() {
        return trouble;
    }
}
