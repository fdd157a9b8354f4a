package nearside.cloud.outbound;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// The way out of this device.
///
/// @param proxy a host and a port; empty for the environment's or the system's
/// @param certificates a file of certificates (PEM or DER) that are trusted beside the system's
public record Route(Optional<InetSocketAddress> proxy, Optional<Path> certificates) {
    /// As the system has it.
    public static final Route SYSTEM = new Route(Optional.empty(), Optional.empty());

    public Route {
        Objects.requireNonNull(proxy);
        Objects.requireNonNull(certificates);
    }

    /// The launcher makes the JDK's own selector ask the system (`java.net.useSystemProxies`).
    ProxySelector selector() {
        return proxy.map(ProxySelector::of)
                .orElseGet(() -> new EnvironmentProxy(System.getenv(), ProxySelector.getDefault()));
    }
}
