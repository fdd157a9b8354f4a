package nearside.cloud.proof;

import nearside.engine.seal.SocketCall;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tries to leave this device in all the ways that Java has. The one class beside the door that
/// holds internet sockets; it needs them to show that there are none.
public final class Tries {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int DNS_PORT = 53;

    private Tries() {}

    /// All of them, from this process. Where the kernel gives a socket there is no seal, and no
    /// more is tried: a proof that fails leaves nothing behind on the way.
    public static List<Try> all(Target target) throws InterruptedException {
        Try first = socket();
        List<Try> tries = new ArrayList<>(List.of(first));
        if (first.shut()) {
            tries.addAll(ways(target));
        }
        return List.copyOf(tries);
    }

    /// The same without looking first, so that it really leaves where nothing holds it.
    public static List<Try> ways(Target target) throws InterruptedException {
        String at = target.host().getHostAddress() + ":" + target.port();
        InetSocketAddress there = new InetSocketAddress(target.host(), target.port());
        InetSocketAddress names = new InetSocketAddress(target.host(), DNS_PORT);
        return List.of(
                attempt("TCP to " + at + ", java.net.Socket", () -> connect(there)),
                attempt("TCP to " + at + ", SocketChannel", () -> open(there)),
                attempt("UDP to port 53, DatagramSocket", () -> send(names)),
                attempt("UDP to port 53, DatagramChannel", () -> sendByChannel(names)),
                lookUp(target.name()),
                attempt("HTTP to " + at + ", java.net.http", () -> fetch(there)));
    }

    private static Try socket() {
        Optional<SocketCall.Refusal> refusal = SocketCall.refusal();
        return new Try(
                "an internet socket from the kernel, socket(2)",
                refusal.<Outcome>map(why -> new Outcome.Sealed(said(why)))
                        .orElseGet(() -> new Outcome.Left("the kernel gave one")));
    }

    private static String said(SocketCall.Refusal why) {
        return why.sentence() + " (error " + why.errno() + ")";
    }

    private static Try attempt(String way, Leaving leaving) throws InterruptedException {
        try {
            return new Try(way, new Outcome.Left(leaving.now()));
        } catch (IOException | InternalError failed) {
            return new Try(way, failed(failed));
        }
    }

    /// The seal's if the kernel gives no socket at all and said just that here too. A connection
    /// can be refused in the same words by a route; then a socket is still given.
    private static Outcome failed(Throwable failed) {
        String said = String.join(" < ", sentences(failed));
        return SocketCall.refusal()
                .filter(why -> said.contains(why.sentence()))
                .<Outcome>map(_ -> new Outcome.Sealed(said))
                .orElseGet(() -> new Outcome.Unproved(said));
    }

    private static List<String> sentences(Throwable failed) {
        List<String> all = new ArrayList<>();
        for (Throwable each = failed; each != null; each = each.getCause()) {
            all.add(each.toString());
        }
        return all;
    }

    private static String connect(InetSocketAddress there) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(there, PATIENCE_MILLIS);
            return "connected";
        }
    }

    private static String open(InetSocketAddress there) throws IOException {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(there, PATIENCE_MILLIS);
            return "connected";
        }
    }

    private static String send(InetSocketAddress there) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, there));
            return "sent";
        }
    }

    private static String sendByChannel(InetSocketAddress there) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            return channel.send(ByteBuffer.wrap(new byte[1]), there) + " byte sent";
        }
    }

    private static String fetch(InetSocketAddress there) throws IOException, InterruptedException {
        Duration patience = Duration.ofMillis(PATIENCE_MILLIS);
        URI page =
                URI.create("http://" + there.getAddress().getHostAddress() + ":" + there.getPort());
        HttpRequest request = HttpRequest.newBuilder(page).timeout(patience).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return "answered " + status;
        }
    }

    /// The resolver's own error says nothing of sockets. Without one it can only go by a program
    /// that looks up for others; where there is such a one, nothing is proved.
    private static Try lookUp(String name) {
        String way = "a look-up of " + name;
        try {
            return new Try(
                    way, new Outcome.Left("found " + InetAddress.getByName(name).getHostAddress()));
        } catch (UnknownHostException unknown) {
            List<String> others = NameServices.others();
            String said = String.join(" < ", sentences(unknown));
            return new Try(
                    way,
                    SocketCall.refusal()
                            .filter(_ -> others.isEmpty())
                            .<Outcome>map(why ->
                                    new Outcome.Sealed(
                                            said + "; no socket for a name server: " + said(why)))
                            .orElseGet(() -> new Outcome.Unproved(said + asked(others))));
        }
    }

    private static String asked(List<String> others) {
        return others.isEmpty() ? "" : "; this system also asks " + String.join(", ", others);
    }

    /// Something that leaves, or throws.
    private interface Leaving {
        String now() throws IOException, InterruptedException;
    }
}
