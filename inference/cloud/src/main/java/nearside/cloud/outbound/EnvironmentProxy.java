package nearside.cloud.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The proxy that the environment names, as most programs of a Unix terminal take it:
/// `https_proxy`, `http_proxy`, `all_proxy` in either case, and `no_proxy`, a list of hosts and
/// domains. This machine itself is never reached by a proxy.
final class EnvironmentProxy extends ProxySelector {
    private static final int USUAL_PORT = 8_080;

    private final Map<String, String> environment;
    private final ProxySelector otherwise;

    /// @param otherwise asked where the environment names none
    EnvironmentProxy(Map<String, String> environment, ProxySelector otherwise) {
        this.environment = Map.copyOf(environment);
        this.otherwise = otherwise;
    }

    @Override
    public List<Proxy> select(URI to) {
        String host = to.getHost().toLowerCase(Locale.ROOT);
        if (isHere(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        Optional<InetSocketAddress> named = named(to.getScheme());
        if (named.isEmpty()) {
            return otherwise.select(to);
        }
        return isExcepted(host)
                ? List.of(Proxy.NO_PROXY)
                : List.of(new Proxy(Proxy.Type.HTTP, named.get()));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private Optional<InetSocketAddress> named(String scheme) {
        return Stream.of(scheme + "_proxy", "all_proxy")
                .flatMap(name -> value(name).stream())
                .flatMap(text -> address(text).stream())
                .findFirst();
    }

    private Optional<String> value(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(text -> text != null && !text.isBlank())
                .findFirst();
    }

    /// Empty for what is no address of an HTTP proxy.
    private static Optional<InetSocketAddress> address(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            boolean usable = uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme());
            int port = uri.getPort() == -1 ? USUAL_PORT : uri.getPort();
            return usable
                    ? Optional.of(InetSocketAddress.createUnresolved(uri.getHost(), port))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private boolean isExcepted(String host) {
        return value("no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> covers(entry, host));
    }

    private static boolean covers(String entry, String host) {
        String domain = entry.replaceFirst("^\\*?\\.", "");
        return entry.equals("*") || host.equals(domain) || host.endsWith("." + domain);
    }

    @Override
    public void connectFailed(URI to, SocketAddress proxy, IOException failure) {
        otherwise.connectFailed(to, proxy, failure);
    }
}
