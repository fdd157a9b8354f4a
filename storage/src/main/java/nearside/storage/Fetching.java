package nearside.storage;

import nearside.storage.policy.Endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// From where a person wants models to come, and how fast at most.
///
/// @param hub under which models are published; empty for the public hub
/// @param storage further servers to which that hub may send downloads on
/// @param mostKilobytes of 1,000 bytes that all downloads together take in a second; empty for any
public record Fetching(Optional<URI> hub, List<Endpoint> storage, OptionalInt mostKilobytes) {
    /// From the public hub, as fast as it goes.
    public static final Fetching USUAL =
            new Fetching(Optional.empty(), List.of(), OptionalInt.empty());

    /// More than any line has.
    static final int MOST_KILOBYTES = 10_000_000;

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int KILOBYTE = 1_000;

    public Fetching {
        if (hub.filter(it -> !hub(it.toString()).equals(Optional.of(it))).isPresent()) {
            throw new IllegalArgumentException("no address of a hub: " + hub);
        }
        if (!storage.stream().allMatch(Fetching::isPrivate)) {
            throw new IllegalArgumentException("no server of a hub among " + storage);
        }
        if (mostKilobytes.isPresent() && !isLimit(mostKilobytes.getAsInt())) {
            throw new IllegalArgumentException("no limit: " + mostKilobytes);
        }
        storage = List.copyOf(storage);
    }

    /// The address of a hub: https, or http on this machine, and a slash at its end; empty for
    /// anything else.
    public static Optional<URI> hub(String text) {
        try {
            URI uri = new URI(text);
            boolean isBase =
                    text.endsWith("/")
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && isPrivate(Endpoint.serving(uri));
            return isBase ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// A server of a hub: https, or http on this machine; empty for anything else.
    static Optional<Endpoint> server(String text) {
        return Endpoint.of(text).filter(Fetching::isPrivate);
    }

    static boolean isLimit(int kilobytes) {
        return kilobytes >= 1 && kilobytes <= MOST_KILOBYTES;
    }

    /// Whether nobody on the way reads or changes what goes there.
    private static boolean isPrivate(Endpoint server) {
        return server.scheme().equals("https") || THIS_MACHINE.contains(server.host());
    }

    /// The same from another hub, whose servers are its own alone.
    ///
    /// @param next empty for the public one
    public Fetching from(Optional<URI> next) {
        return next.equals(hub) ? this : new Fetching(next, List.of(), mostKilobytes);
    }

    /// The same with another limit.
    ///
    /// @param next empty for any
    public Fetching atMost(OptionalInt next) {
        return new Fetching(hub, storage, next);
    }

    /// Zero for any.
    public long mostBytesPerSecond() {
        return (long) mostKilobytes.orElse(0) * KILOBYTE;
    }
}
