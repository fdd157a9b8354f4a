package nearside.desktop.protection;

import nearside.storage.Protection;

import java.util.Optional;

/// How the conversations are protected now.
///
/// @param system what the system calls its key store; empty where there is none
/// @param code whether a recovery code was made
public record Standing(Way way, Optional<String> system, Code code) {
    /// Where the key is.
    public enum Way {
        SYSTEM,
        PASSPHRASE,
        FILE
    }

    /// Whether a recovery code was made.
    public enum Code {
        NONE,
        MADE
    }

    static Standing of(Protection protection) {
        return new Standing(
                switch (protection.way()) {
                    case SYSTEM -> Way.SYSTEM;
                    case PASSPHRASE -> Way.PASSPHRASE;
                    case FILE -> Way.FILE;
                },
                protection.systemName(),
                protection.hasRecoveryCode() ? Code.MADE : Code.NONE);
    }
}
