package nearside.cloud.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// A far side by scheme, host and port: what a key is bound to and a permit is made for.
///
/// @param host in lower case; an IPv6 address in brackets
public record Origin(String scheme, String host, int port) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    public Origin {
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("scheme: expected http or https, found " + scheme);
        }
        if (host.isEmpty() || !host.equals(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("host: expected lower case, found " + host);
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("port: expected 1 to 65535, found " + port);
        }
    }

    /// The origin of an absolute address.
    ///
    /// @throws IllegalArgumentException if it has no scheme or host, or carries a name or password
    public static Origin of(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            throw new IllegalArgumentException("address: expected https://host…, found " + address);
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "address: expected no name or password before the host");
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() == -1 ? usual : address.getPort();
        return new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port);
    }

    /// Whether what goes there can be read on the way.
    public boolean isPlain() {
        return scheme.equals("http");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
