package nearside.storage.keystore;

import java.util.Optional;

/// The key store of the system: keeps one secret for each vault, for this person alone.
public interface SystemKeys {
    /// What the system calls it.
    String name();

    /// The secret of a vault; empty when the store works and has none.
    Optional<byte[]> find(String vault) throws KeyStoreTrouble;

    /// Keeps the secret of a vault instead of any before it, and reads it back.
    void put(String vault, byte[] secret) throws KeyStoreTrouble;

    /// Harmless when there is none.
    void remove(String vault) throws KeyStoreTrouble;
}
