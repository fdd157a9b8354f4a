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
        return SessionBus.isThere(System.getenv())
                ? secretService(Patience.USUAL)
                : Optional.empty();
    }

    static Optional<SystemKeys> secretService(Patience patience) {
        return LibSecret.load().map(library -> new SecretServiceKeys(library, patience));
    }
}
