package nearside.desktop.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.call.Call;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Lets a second start hand over to the window that holds the profile what it was asked for,
/// through a local socket in the profile folder.
public final class FirstWindow implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("nearside.start");

    private static final byte DONE = 'R';

    /// Of one call.
    private static final int MOST_BYTES = 4 * Call.LONGEST;

    /// Longest address that every system takes.
    private static final int LONGEST_ADDRESS = 100;

    private final Path address;
    private final ServerSocketChannel listener;

    private FirstWindow(Path address, ServerSocketChannel listener) {
        this.address = address;
        this.listener = listener;
    }

    /// Listens for later starts. The caller holds the profile's lock, so an address that is there
    /// is a dead one's.
    public static FirstWindow listen(Path profile, Consumer<Call> called) throws IOException {
        Path address = address(profile);
        Files.deleteIfExists(address);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(address));
        OwnerOnly.file(address);
        FirstWindow first = new FirstWindow(address, listener);
        Thread.ofVirtual().name("first-window").start(() -> first.serve(called));
        return first;
    }

    /// Asks the first window; false when none answers.
    public static boolean call(Path profile, Call call) {
        try (SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(address(profile)))) {
            ByteBuffer line = UTF_8.encode(call.line() + "\n");
            while (line.hasRemaining()) {
                channel.write(line);
            }
            return channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static Path address(Path profile) {
        Path inside = profile.resolve("window.socket");
        return inside.toString().length() <= LONGEST_ADDRESS
                ? inside
                : Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("nearside-" + Integer.toHexString(profile.hashCode()) + ".socket");
    }

    private void serve(Consumer<Call> called) {
        while (listener.isOpen()) {
            try {
                SocketChannel second = listener.accept();
                Thread.ofVirtual().name("second-start").start(() -> answer(second, called));
            } catch (IOException over) {
                LOG.log(Level.DEBUG, "nobody is listened to any more");
            }
        }
    }

    private static void answer(SocketChannel second, Consumer<Call> called) {
        try (second) {
            Optional<Call> call = read(second).flatMap(Call::of);
            if (call.isPresent()) {
                called.accept(call.get());
                second.write(ByteBuffer.wrap(new byte[] {DONE}));
            }
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a second start went away");
        }
    }

    /// One line; empty for what never ends or is too long.
    private static Optional<String> read(SocketChannel second) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(MOST_BYTES);
        while (line.hasRemaining() && second.read(line) > 0) {
            if (line.get(line.position() - 1) == '\n') {
                return Optional.of(UTF_8.decode(line.flip()).toString().stripTrailing());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(address);
    }
}
