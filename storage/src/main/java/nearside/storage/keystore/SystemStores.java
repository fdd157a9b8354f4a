package nearside.storage.keystore;

import java.nio.file.Path;
import java.util.Optional;

/// Finds the key store of the system that the program runs on.
public final class SystemStores {
    private SystemStores() {}

    /// Empty where there is none.
    ///
    /// @param profile where a store without a place of its own keeps its file
    public static Optional<SystemKeys> here(Path profile) {
        String system = System.getProperty("os.name");
        if (system.startsWith("Windows")) {
            return Crypt32.load()
                    .map(protector ->
                            new DpapiKeys(
                                    new BlobFile(profile.resolve("key.dpapi")),
                                    protector,
                                    Patience.USUAL));
        }
        if (system.startsWith("Mac")) {
            return SecurityFramework.load()
                    .map(keychain -> new KeychainKeys(keychain, Patience.USUAL));
        }
        return SessionBus.isThere(System.getenv())
                ? secretService(Patience.USUAL)
                : Optional.empty();
    }

    static Optional<SystemKeys> secretService(Patience patience) {
        return LibSecret.load().map(library -> new SecretServiceKeys(library, patience));
    }
}
