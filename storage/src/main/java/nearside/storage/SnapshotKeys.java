package nearside.storage;

import nearside.storage.vault.Sealer;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The keys that snapshots are sealed with: each conversation's own, so that what is kept of it is
/// noise when that one is destroyed, and one of the profile that only makes names.
public final class SnapshotKeys {
    private static final int BYTES = 32;

    private final SecretKey names;
    private final Function<String, Optional<SecretKey>> keys;
    private final Supplier<List<String>> conversations;

    private SnapshotKeys(
            SecretKey names,
            Function<String, Optional<SecretKey>> keys,
            Supplier<List<String>> conversations) {
        this.names = names;
        this.keys = keys;
        this.conversations = conversations;
    }

    /// The keys of a profile, as they are there at each moment.
    static SnapshotKeys of(Sealer sealer) {
        return new SnapshotKeys(sealer.names(), sealer::key, sealer::conversations);
    }

    /// Keys that nobody has, of one conversation: what is sealed with them is lost when the program
    /// ends.
    public static SnapshotKeys ofOne(String conversation) {
        SecretKey key = random("HKDF");
        return new SnapshotKeys(
                random("HmacSHA256"),
                asked -> Optional.of(key).filter(_ -> asked.equals(conversation)),
                () -> List.of(conversation));
    }

    private static SecretKey random(String algorithm) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, algorithm);
    }

    SecretKey names() {
        return names;
    }

    /// Empty when it was destroyed, or its profile is closed.
    Optional<SecretKey> of(String conversation) {
        return keys.apply(conversation);
    }

    /// All that have a key.
    List<String> conversations() {
        return conversations.get();
    }

    /// Tells nothing of the keys.
    @Override
    public String toString() {
        return "snapshot keys";
    }
}
