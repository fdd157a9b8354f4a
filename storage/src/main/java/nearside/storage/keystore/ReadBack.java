package nearside.storage.keystore;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// The proof that a store has what it was given.
final class ReadBack {
    private ReadBack() {}

    /// @param found what the store has; overwritten
    static void check(Optional<byte[]> found, byte[] given) throws KeyStoreTrouble {
        boolean same = found.isPresent() && MessageDigest.isEqual(found.get(), given);
        found.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        if (!same) {
            throw new KeyStoreTrouble(Kind.BROKEN, 0);
        }
    }
}
