package nearside.house.broken;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;

/// Breaks every rule about the network.
final class BrokenNetwork {
    private BrokenNetwork() {}

    static Socket socket() throws IOException {
        return new Socket("localhost", 1);
    }

    static InputStream stream() throws IOException {
        return URI.create("http://localhost/").toURL().openStream();
    }

    static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    /// A first window that would listen on a port.
    static final class BrokenFirstWindow {
        private BrokenFirstWindow() {}

        static InetSocketAddress address() {
            return new InetSocketAddress(1);
        }
    }
}
