package nearside.hubside;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A connection that asks by hand and believes nothing.
final class Talk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream in;

    private Talk(URI place, Duration patience) throws IOException {
        socket = new Socket(place.getHost(), place.getPort());
        socket.setSoTimeout((int) patience.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    static Talk with(URI place) throws IOException {
        return new Talk(place, PATIENCE);
    }

    /// One who soon believes that nothing more comes.
    static Talk impatient(URI place) throws IOException {
        return new Talk(place, Duration.ofMillis(700));
    }

    /// One question on a connection of its own.
    static Received get(URI place, String... headers) throws IOException {
        try (Talk talk = with(place)) {
            return talk.ask("GET", target(place), headers);
        }
    }

    /// The same by an impatient one.
    static Received getImpatiently(URI place, String... headers) throws IOException {
        try (Talk talk = impatient(place)) {
            return talk.ask("GET", target(place), headers);
        }
    }

    private static String target(URI place) {
        String query = place.getRawQuery() == null ? "" : "?" + place.getRawQuery();
        return place.getRawPath() + query;
    }

    Received ask(String method, String target, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String head = method + " " + target + " HTTP/1.1\r\nHost: hub\r\n" + more + "\r\n";
        Answering answering = new Answering();
        Received.End end = answering.read(method, head);
        return new Received(answering.status, answering.headers, answering.text(), end);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// An answer that is being read.
    private final class Answering {
        private int status;
        private final List<Header> headers = new ArrayList<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        String text() {
            return body.toString(StandardCharsets.ISO_8859_1);
        }

        Received.End read(String method, String question) {
            try {
                socket.getOutputStream().write(question.getBytes(StandardCharsets.ISO_8859_1));
                head();
                return method.equals("HEAD") || body() ? Received.End.WHOLE : Received.End.CLOSED;
            } catch (SocketTimeoutException silent) {
                return Received.End.SILENT;
            } catch (SocketException reset) {
                return Received.End.RESET;
            } catch (IOException closed) {
                return Received.End.CLOSED;
            }
        }

        private void head() throws IOException {
            String start = line();
            if (!start.startsWith("HTTP/1.1 ")) {
                body.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
                throw new IOException("no status line");
            }
            status = Integer.parseInt(start.substring(9, 12));
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(": ");
                headers.add(new Header(line.substring(0, colon), line.substring(colon + 2)));
            }
        }

        private boolean body() throws IOException {
            Received so = new Received(status, headers, "", Received.End.WHOLE);
            if (so.header("Transfer-Encoding").isPresent()) {
                return chunks();
            }
            if (so.header("Content-Length").isPresent()) {
                return bytes(Long.parseLong(so.header("Content-Length").get()));
            }
            in.transferTo(body);
            return so.header("Connection").isPresent();
        }

        private boolean chunks() throws IOException {
            long size = Long.parseLong(line(), 16);
            while (size > 0) {
                if (!bytes(size)) {
                    return false;
                }
                line();
                size = Long.parseLong(line(), 16);
            }
            return line().isEmpty();
        }

        private boolean bytes(long count) throws IOException {
            for (long left = count; left > 0; left--) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                body.write(next);
            }
            return true;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("closed");
                }
                line.append((char) next);
            }
            return line.toString().strip();
        }
    }
}
