package nearside.cloud.proof;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/// Where tries to leave go.
///
/// @param host an address, so that nobody is asked for it
/// @param port for connections
/// @param name what name servers are asked for
public record Target(InetAddress host, int port, String name) {
    /// Nobody has the first address (RFC 5737), and everybody knows the name (RFC 2606).
    public static final Target FAR = new Target(address(192, 0, 2, 1), 80, "example.com");

    public Target {
        Objects.requireNonNull(host);
        Objects.requireNonNull(name);
    }

    private static InetAddress address(int... parts) {
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) parts[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
