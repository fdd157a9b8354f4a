package nearside.farside;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// The way back to who asked. Counts the body's bytes, without the frame of the chunks.
public final class Wire {
    private final Socket socket;
    private final OutputStream out;
    private boolean chunked;
    private long bodyBytes;
    private int status;
    private volatile long lastWrite = System.nanoTime();

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /// Begins an answer in chunks.
    public Wire begin(int code, String... headers) throws IOException {
        chunked = true;
        return head(code, String.join("\r\n", headers) + "\r\nTransfer-Encoding: chunked");
    }

    /// Begins an event stream.
    public Wire stream() throws IOException {
        return begin(200, "Content-Type: text/event-stream");
    }

    /// A whole answer.
    public void whole(int code, String headers, byte[] body) throws IOException {
        head(code, headers + "\r\nContent-Length: " + body.length);
        body(body);
    }

    private Wire head(int code, String headers) throws IOException {
        status = code;
        raw(
                ("HTTP/1.1 " + code + " Status\r\n" + headers.strip() + "\r\n\r\n")
                        .replaceAll("(\r\n){3,}", "\r\n\r\n"));
        return this;
    }

    /// Bytes as they are, outside of any frame.
    public void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        lastWrite = System.nanoTime();
    }

    /// More of the body.
    public Wire body(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return this;
        }
        if (chunked) {
            out.write(
                    (Integer.toHexString(bytes.length) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
        bodyBytes += bytes.length;
        lastWrite = System.nanoTime();
        return this;
    }

    public Wire body(String text) throws IOException {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Ends the body as it should end.
    public void end() throws IOException {
        if (chunked) {
            raw("0\r\n\r\n");
        }
    }

    /// Ends the connection here and now.
    public void cut() throws IOException {
        socket.close();
    }

    /// Waits until the other side has hung up.
    public void awaitHangUp() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // Nothing more was to be said.
        }
    }

    int status() {
        return status;
    }

    long bodyBytes() {
        return bodyBytes;
    }

    long lastWrite() {
        return lastWrite;
    }
}
