package nearside.storage.keystore;

import java.util.Objects;
import java.util.Optional;

/// The keychain of macOS: one password for each vault. Every call gives an `OSStatus`, zero when it
/// went well.
interface Keychain {
    int add(String vault, byte[] secret);

    int update(String vault, byte[] secret);

    Found find(String vault);

    int delete(String vault);

    /// What was found.
    ///
    /// @param secret empty unless the status is zero
    record Found(int status, Optional<byte[]> secret) {
        public Found {
            Objects.requireNonNull(secret);
        }
    }
}
