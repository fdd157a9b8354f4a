package nearside.cloud.outbound;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// A request as it leaves.
public final class Parcel {
    private final URI address;
    private final byte[] body;
    private final Optional<Key> key;

    /// @param address absolute
    /// @param body JSON in UTF-8
    /// @param key of that address, or none
    /// @throws IllegalArgumentException if the key belongs to another far side
    public Parcel(URI address, byte[] body, Optional<Key> key) {
        Origin origin = Origin.of(address);
        key.filter(it -> !it.origin().equals(origin))
                .ifPresent(it -> {
                    throw new IllegalArgumentException(it + " is not for " + origin);
                });
        this.address = Objects.requireNonNull(address);
        this.body = body.clone();
        this.key = key;
    }

    public URI address() {
        return address;
    }

    public Origin to() {
        return Origin.of(address);
    }

    public byte[] body() {
        return body.clone();
    }

    Optional<Key> key() {
        return key;
    }

    /// A text of the far side without the key in it.
    public String withoutKey(String text) {
        return key.map(it -> it.without(text)).orElse(text);
    }
}
