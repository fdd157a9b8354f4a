package nearside.cloud.outbound;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// A request as it leaves: something that is handed over, or something that is asked for.
public final class Parcel {
    private final URI address;
    private final Method method;
    private final byte[] body;
    private final Optional<Slice> slice;
    private final Optional<Key> key;

    private enum Method {
        /// Something is handed over.
        POST,
        /// Something is asked for; nothing is told but its address.
        GET
    }

    /// @param address absolute
    /// @param body JSON in UTF-8
    /// @param key of that address, or none
    /// @throws IllegalArgumentException if the key belongs to another far side
    public Parcel(URI address, byte[] body, Optional<Key> key) {
        this(address, Method.POST, body.clone(), Optional.empty(), key);
    }

    private Parcel(
            URI address, Method method, byte[] body, Optional<Slice> slice, Optional<Key> key) {
        Origin origin = Origin.of(address);
        key.filter(it -> !it.origin().equals(origin))
                .ifPresent(it -> {
                    throw new IllegalArgumentException(it + " is not for " + origin);
                });
        this.address = Objects.requireNonNull(address);
        this.method = method;
        this.body = body;
        this.slice = slice;
        this.key = key;
    }

    /// One that asks for a file, or for a part of it, and takes nothing along.
    public static Parcel asking(URI address, Optional<Slice> slice) {
        return new Parcel(address, Method.GET, new byte[0], slice, Optional.empty());
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

    /// Whether it asks for something, and takes nothing along.
    public boolean asks() {
        return method == Method.GET;
    }

    /// The sum of what it tells the far side: its body, or else the path that it asks for.
    public Digest digest() {
        return Digest.of(
                switch (method) {
                    case POST -> body;
                    case GET -> path().getBytes(StandardCharsets.UTF_8);
                });
    }

    private String path() {
        String query = address.getRawQuery();
        return address.getRawPath() + (query == null ? "" : "?" + query);
    }

    /// The request, as the HTTP client takes it.
    HttpRequest.Builder request(BodyPublisher publisher) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address)
                        .header("Accept-Encoding", "identity")
                        .header("User-Agent", "nearside");
        key.ifPresent(it -> builder.header(it.headerName(), it.headerValue()));
        slice.ifPresent(it -> builder.header("Range", it.range()));
        slice.flatMap(Slice::tag).ifPresent(tag -> builder.header("If-Range", tag));
        return switch (method) {
            case POST ->
                    builder.header("Content-Type", "application/json")
                            .header("Accept", "text/event-stream, application/json")
                            .POST(publisher);
            case GET -> builder.header("Accept", "*/*").GET();
        };
    }

    /// A text of the far side without the key in it.
    public String withoutKey(String text) {
        return key.map(it -> it.without(text)).orElse(text);
    }
}
