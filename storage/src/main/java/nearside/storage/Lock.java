package nearside.storage;

import nearside.storage.vault.VaultClosed;

/// What keeps a profile closed.
public enum Lock {
    /// A person must type the passphrase.
    PASSPHRASE_NEEDED,
    PASSPHRASE_WRONG,
    /// The key is in the system's key store, and there is none now.
    STORE_ABSENT,
    /// The key store is locked, and nobody unlocked it.
    STORE_LOCKED,
    /// The key store answered with an error.
    STORE_BROKEN,
    /// The place where the key is kept has none.
    KEY_ABSENT,
    /// A key was found, of another profile.
    KEY_FOREIGN,
    /// The recovery code is none, is of another profile, or none was ever made.
    CODE_WRONG,
    /// How the key is kept is written nowhere any more.
    RECORD_LOST;

    static Lock of(VaultClosed.Why why) {
        return switch (why) {
            case PASSPHRASE_NEEDED -> PASSPHRASE_NEEDED;
            case PASSPHRASE_WRONG -> PASSPHRASE_WRONG;
            case STORE_ABSENT -> STORE_ABSENT;
            case STORE_LOCKED -> STORE_LOCKED;
            case STORE_BROKEN -> STORE_BROKEN;
            case KEY_ABSENT -> KEY_ABSENT;
            case KEY_FOREIGN -> KEY_FOREIGN;
            case CODE_WRONG -> CODE_WRONG;
            case RECORD_LOST -> RECORD_LOST;
        };
    }
}
