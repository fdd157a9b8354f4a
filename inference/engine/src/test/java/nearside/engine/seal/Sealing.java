package nearside.engine.seal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;

/// A process that tries to reach a local port, sealed or not, from two threads and a child.
final class Sealing {
    private Sealing() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        CountDownLatch sealed = new CountDownLatch(1);
        Thread older = Thread.ofPlatform().start(() -> tryLater(sealed, port));
        if (arguments[0].equals("sealed")) {
            System.out.println(Seal.set());
        }
        System.out.println("main " + reach(port));
        sealed.countDown();
        older.join();
        System.out.println("unix " + unixSocket());
        System.out.println("child " + child(port));
    }

    private static void tryLater(CountDownLatch sealed, int port) {
        try {
            sealed.await();
            System.out.println("older " + reach(port));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reach(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return "reached";
        } catch (IOException e) {
            return "refused";
        }
    }

    private static String unixSocket() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.isOpen() ? "open" : "closed";
        }
    }

    private static String child(int port) throws IOException, InterruptedException {
        String connect = "exec 3<>/dev/tcp/127.0.0.1/" + port;
        Process child =
                new ProcessBuilder("bash", "-c", connect)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return child.waitFor() == 0 ? "reached" : "refused";
    }
}
