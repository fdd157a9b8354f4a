package nearside.storage.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

/// Seals and opens what people and models wrote, each value under the key of its conversation and
/// for its place. May be used by several threads.
public final class Sealer implements AutoCloseable {
    private final KeyRing ring;
    private final SecretKey profile;
    private final SecretKey names;

    public Sealer(RootKey root, KeyRing ring) {
        this.ring = ring;
        this.profile = root.derived("nearside profile rows", "AES");
        this.names = root.forNames();
    }

    /// Makes keys for conversations that have none; they are on the disk when this returns.
    public void begin(Collection<String> conversations) throws IOException {
        ring.make(conversations);
    }

    /// Destroys the keys of conversations: whatever was sealed with them is noise from now on.
    public void destroy(Collection<String> conversations) throws IOException {
        ring.strike(conversations);
    }

    /// All conversations that have a key.
    public List<String> conversations() {
        return ring.conversations();
    }

    /// The key of a conversation for other sealed files of it; empty when it is gone.
    public Optional<SecretKey> key(String conversation) {
        return ring.find(conversation);
    }

    /// The key that names of sealed files are made with.
    public SecretKey names() {
        return names;
    }

    public byte[] seal(Place place, String text) {
        return seal(place, text.getBytes(UTF_8));
    }

    public byte[] seal(Place place, byte[] plain) {
        SecretKey key =
                keyOf(place)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "No conversation " + place.conversation()));
        return Sealed.of(key, place.bound(), plain);
    }

    /// The bytes that were sealed for this place; empty when they were changed, belong elsewhere,
    /// or their key is gone.
    public Optional<byte[]> bytes(Place place, byte[] sealed) {
        Optional<SecretKey> key = keyOf(place);
        try {
            return key.isPresent()
                    ? Optional.of(Sealed.open(key.get(), place.bound(), sealed))
                    : Optional.empty();
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        }
    }

    /// The same as text.
    public Optional<String> text(Place place, byte[] sealed) {
        return bytes(place, sealed).map(bytes -> new String(bytes, UTF_8));
    }

    private Optional<SecretKey> keyOf(Place place) {
        return place.conversation().isEmpty()
                ? Optional.of(profile)
                : ring.find(place.conversation());
    }

    @Override
    public void close() throws IOException {
        ring.close();
    }
}
