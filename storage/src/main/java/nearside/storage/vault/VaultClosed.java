package nearside.storage.vault;

import java.util.Objects;

/// Says why a vault did not open. Nothing was changed.
public final class VaultClosed extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    /// What keeps it closed.
    public enum Why {
        /// A person must type the passphrase.
        PASSPHRASE_NEEDED,
        PASSPHRASE_WRONG,
        /// The key is in the system's key store, and there is none.
        STORE_ABSENT,
        STORE_LOCKED,
        STORE_BROKEN,
        /// The key store works and has no key of this profile.
        KEY_ABSENT,
        /// A key was found, of another profile.
        KEY_FOREIGN,
        /// The recovery code is none, is of another profile, or none was ever made.
        CODE_WRONG,
        /// The record of how the key is kept is lost or damaged in both of its files.
        RECORD_LOST
    }

    VaultClosed(Why why) {
        super(why.name());
        this.why = Objects.requireNonNull(why);
    }

    public Why why() {
        return why;
    }
}
