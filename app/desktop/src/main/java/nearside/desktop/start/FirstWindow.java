package nearside.desktop.start;

import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lets a second start raise the window that holds the profile, through a local socket in the
/// profile folder.
public final class FirstWindow implements AutoCloseable {
    private static final byte RAISE = 'R';

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
    public static FirstWindow listen(Path profile, Runnable raise) throws IOException {
        Path address = address(profile);
        Files.deleteIfExists(address);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(address));
        OwnerOnly.file(address);
        FirstWindow first = new FirstWindow(address, listener);
        Thread.ofVirtual().name("first-window").start(() -> first.serve(raise));
        return first;
    }

    /// Asks the first window to show itself; false when none answers.
    public static boolean raise(Path profile) {
        try (SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(address(profile)))) {
            channel.write(ByteBuffer.wrap(new byte[] {RAISE}));
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

    private void serve(Runnable raise) {
        while (listener.isOpen()) {
            try (SocketChannel second = listener.accept()) {
                ByteBuffer message = ByteBuffer.allocate(1);
                if (second.read(message) == 1 && message.get(0) == RAISE) {
                    raise.run();
                    second.write(message.flip());
                }
            } catch (IOException over) {
                System.getLogger("nearside.start")
                        .log(System.Logger.Level.DEBUG, "a second start went away");
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(address);
    }
}
