package nearside.storage.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A server by scheme, host and port.
public record Endpoint(String scheme, String host, int port) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    public Endpoint {
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("no scheme of an endpoint: " + scheme);
        }
        if (host.isEmpty() || !host.equals(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("no host of an endpoint: " + host);
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }

    /// Empty for anything but scheme, host and perhaps a port.
    public static Optional<Endpoint> of(String text) {
        try {
            URI uri = new URI(text);
            return isBare(uri) ? Optional.of(serving(uri)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static boolean isBare(URI uri) {
        return uri.getScheme() != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /// The server of an absolute address.
    ///
    /// @throws IllegalArgumentException if it has no scheme or host, or carries a name or password
    public static Endpoint serving(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("no address of a server");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return new Endpoint(
                scheme,
                uri.getHost().toLowerCase(Locale.ROOT),
                uri.getPort() == -1 ? usual : uri.getPort());
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
