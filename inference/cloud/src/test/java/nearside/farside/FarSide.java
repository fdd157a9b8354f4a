package nearside.farside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/// A far side on this machine that does what a test wants, down to the byte, and keeps a log of its
/// own. Real sockets on the loopback; each request has its own connection unless the play leaves it
/// open.
public final class FarSide implements AutoCloseable {
    private static final int MOST_HEAD = 1 << 16;

    private final ServerSocket server;
    private final String scheme;
    private final Play play;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Seen> log = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    private FarSide(ServerSocketFactory sockets, String scheme, Play play) throws IOException {
        this.scheme = scheme;
        this.play = play;
        server = sockets.createServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        Thread.ofVirtual().start(this::accept);
    }

    public static FarSide plain(Play play) throws IOException {
        return new FarSide(ServerSocketFactory.getDefault(), "http", play);
    }

    public static FarSide secure(SSLContext identity, Play play) throws IOException {
        return new FarSide(identity.getServerSocketFactory(), "https", play);
    }

    /// Where chat completions are asked for, without their own part of the path.
    public URI base() {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                busy.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The end of the far side.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Wire wire = new Wire(socket);
            Optional<Asked> request = Optional.empty();
            try {
                request = Optional.of(read(socket.getInputStream()));
                take(request.get());
                play.answer(request.get(), wire);
            } finally {
                note(request, wire);
            }
        } catch (IOException hungUp) {
            // Who asked has gone; the log says how far it came.
        } catch (InterruptedException bug) {
            throw new IllegalStateException(bug);
        } finally {
            open.remove(socket);
            busy.decrementAndGet();
        }
    }

    private synchronized void take(Asked request) {
        asked.add(request);
    }

    private synchronized void note(Optional<Asked> request, Wire wire) {
        log.add(
                new Seen(
                        request.map(Asked::path).orElse(""),
                        wire.status(),
                        request.map(Asked::bytes).orElse(-1),
                        wire.bodyBytes(),
                        wire.lastWrite()));
    }

    private static Asked read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || head.size() > MOST_HEAD) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        List<String> lines = head.toString(StandardCharsets.ISO_8859_1).strip().lines().toList();
        int length =
                new Asked(lines, "", 0).header("Content-Length").map(Integer::parseInt).orElse(0);
        byte[] body = in.readNBytes(length);
        return new Asked(lines, new String(body, StandardCharsets.UTF_8), body.length);
    }

    /// What was asked, in order.
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// The log of all connections that have ended.
    public synchronized List<Seen> log() {
        return List.copyOf(log);
    }

    public int connections() {
        return connections.get();
    }

    /// Whether a connection is still served.
    public boolean isBusy() {
        return busy.get() > 0;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
