package nearside.desktop.borrow;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Whether what is sent to an address can be read on the way. Names are not looked up: those of the
/// own network are known by their form.
final class PlainTalk {
    /// RFC 6762, RFC 8375, and what routers and offices use.
    private static final List<String> NEAR = List.of(".local", ".home.arpa", ".lan", ".internal");

    private PlainTalk() {}

    /// True for plain http to a host that is neither this device nor in a private network.
    static boolean isReadable(URI address) {
        return "http".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && !isNear(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean isNear(String host) {
        String bare = host.replaceAll("[\\[\\]]", "");
        if (!bare.contains(":") && !bare.matches("[0-9.]+")) {
            return !bare.contains(".") || NEAR.stream().anyMatch(bare::endsWith);
        }
        try {
            return isNear(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// `fc00::/7` is the private range of IPv6 (RFC 4193), which the JDK does not know as one.
    private static boolean isNear(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc);
    }
}
