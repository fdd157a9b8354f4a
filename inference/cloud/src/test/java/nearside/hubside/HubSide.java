package nearside.hubside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A model hub on this machine with its storage host: two ports of the loopback that speak the
/// public hub's interface, do wrong what a script wants, and keep a log of their own.
public final class HubSide implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocketChannel hub;
    private final ServerSocketChannel storage;
    private final Site site;
    private final Stage stage = new Stage();
    private final Log log = new Log();
    private volatile int sending;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private HubSide() throws IOException {
        hub = listener();
        storage = listener();
        site = new Site(storage());
    }

    /// A hub with that content, and no faults yet.
    public static HubSide of(HubContent content) throws IOException {
        HubSide side = new HubSide();
        side.publish(content);
        side.listen(side.hub, Served.Host.HUB);
        side.listen(side.storage, Served.Host.STORAGE);
        return side;
    }

    private static ServerSocketChannel listener() throws IOException {
        return ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 100);
    }

    /// Where the hub is; paths follow.
    public URI base() {
        return address(hub);
    }

    /// Where the storage host is; paths follow.
    public URI storage() {
        return address(storage);
    }

    private static URI address(ServerSocketChannel channel) {
        return URI.create("http://127.0.0.1:" + channel.socket().getLocalPort());
    }

    /// Makes that content the newest of its repository; older commits can still be asked for.
    public void publish(HubContent content) {
        site.publish(content);
    }

    /// Serves that content at a path of the hub, such as `/catalogue.json`.
    public void put(String path, byte[] content) throws IOException {
        Content bytes = Content.of(content);
        site.put(path, bytes, Digests.gitBlob(bytes));
    }

    /// Plays that script from now on; its counts begin anew.
    public void script(HubScript script) {
        stage.begin(script);
    }

    /// Lets so many bytes lie here that the log counts as sent; the system's own measure by
    /// default.
    public void sending(int bytes) {
        sending = bytes;
    }

    /// Every request so far, in order of arrival.
    public List<Served> log() {
        return log.all();
    }

    /// The log once no answer is under way.
    ///
    /// @throws IllegalStateException if one still is at the end of the patience
    public List<Served> settledLog(Duration patience) throws InterruptedException {
        return log.settled(patience);
    }

    private void listen(ServerSocketChannel channel, Served.Host host) {
        Thread.ofPlatform().daemon().name("hub side " + host).start(() -> accept(channel, host));
    }

    private void accept(ServerSocketChannel channel, Served.Host host) {
        try {
            while (true) {
                SocketChannel socket = channel.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().start(() -> serve(socket, host));
            }
        } catch (IOException closed) {
            // The end of the hub.
        }
    }

    private void serve(SocketChannel socket, Served.Host host) {
        try (socket) {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (sending > 0) {
                socket.setOption(StandardSocketOptions.SO_SNDBUF, sending);
            }
            InputStream in = new BufferedInputStream(Channels.newInputStream(socket));
            Optional<HubRequest> request = HubRequest.read(in);
            while (request.isPresent()) {
                answer(request.get(), host, socket, in);
                boolean more = socket.isOpen() && request.get().keepsAlive();
                request = more ? HubRequest.read(in) : Optional.empty();
            }
        } catch (IOException hungUp) {
            // Who asked has gone; the log says how far it came.
        } catch (InterruptedException bug) {
            throw new IllegalStateException(bug);
        } finally {
            open.remove(socket);
        }
    }

    private void answer(HubRequest request, Served.Host host, SocketChannel socket, InputStream in)
            throws IOException, InterruptedException {
        Route route = Route.of(host, request);
        HubFault fault = stage.next(route.kind(), request);
        Answer answer = Trouble.of(fault, site.find(route, request), request);
        int line = log.open(host, request, fault, answer.status());
        Sender sender = new Sender(socket, in, answer);
        Served.State state = Served.State.HUNG_UP;
        try {
            state = sender.send(request);
        } finally {
            log.close(line, sender.bodyBytes(), state);
        }
    }

    @Override
    public void close() throws IOException {
        hub.close();
        storage.close();
        for (SocketChannel socket : open) {
            socket.close();
        }
    }
}
