package nearside.storage.vault;

import java.util.Objects;
import java.util.Optional;

/// What stands in the clear about the key of a profile: where it is kept, and the key itself,
/// sealed once for each other way to it.
///
/// @param id names the key in the system's key store
/// @param check tells the right key from others
/// @param recovery the key sealed by a recovery code, in base64; empty when there is none
public record VaultRecord(String id, String check, Keeping keeping, Optional<String> recovery) {
    public VaultRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(check);
        Objects.requireNonNull(keeping);
        Objects.requireNonNull(recovery);
    }

    /// Where the key is kept from day to day.
    public sealed interface Keeping {
        /// In the key store of the system.
        record InSystem() implements Keeping {}

        /// In a file that only its owner may read.
        record InFile() implements Keeping {}

        /// Nowhere: a person types what it is made from.
        ///
        /// @param sealed the key, in base64
        record ByPassphrase(int rounds, String salt, String sealed) implements Keeping {}
    }

    VaultRecord with(Keeping next) {
        return new VaultRecord(id, check, next, recovery);
    }

    VaultRecord withRecovery(Optional<String> next) {
        return new VaultRecord(id, check, keeping, next);
    }
}
