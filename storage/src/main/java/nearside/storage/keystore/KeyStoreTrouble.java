package nearside.storage.keystore;

import java.util.Objects;

/// Why the system's key store did not do what was asked. Tells nothing of what is kept.
public final class KeyStoreTrouble extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int code;

    /// What is the matter.
    public enum Kind {
        /// There is no key store: its library, its service or its place for new secrets is missing.
        ABSENT,
        /// It is locked, and nobody unlocked it.
        LOCKED,
        /// It answered with an error, or not at all.
        BROKEN
    }

    /// @param code the store's own number for it; zero when it gave none
    public KeyStoreTrouble(Kind kind, int code) {
        super(kind + " " + code);
        this.kind = Objects.requireNonNull(kind);
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public int code() {
        return code;
    }
}
