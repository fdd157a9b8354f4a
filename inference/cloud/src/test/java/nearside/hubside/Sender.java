package nearside.hubside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The way back to who asked, for one answer. Counts the bytes of its body.
final class Sender {
    private final SocketChannel channel;
    private final InputStream in;
    private final Answer answer;
    private long bodyBytes;

    Sender(SocketChannel channel, InputStream in, Answer answer) {
        this.channel = channel;
        this.in = in;
        this.answer = answer;
    }

    long bodyBytes() {
        return bodyBytes;
    }

    /// Sends all of it.
    Served.State send(HubRequest request) throws IOException, InterruptedException {
        boolean raw = answer.status() == Answer.NO_HEAD;
        if (!raw) {
            write(head());
        }
        boolean body = raw || !request.isHead();
        for (Piece piece : answer.pieces()) {
            if (piece instanceof Piece.Broken(Break how)) {
                return end(how);
            }
            if (body) {
                send(piece);
            }
        }
        if (body && answer.frame() == Frame.CHUNKED) {
            write("0\r\n\r\n");
        }
        if (answer.frame() == Frame.UNTIL_CLOSE) {
            return end(Break.CLOSE);
        }
        return Served.State.SENT;
    }

    private String head() {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Status\r\n");
        for (Header header : answer.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        head.append(
                switch (answer.frame()) {
                    case LENGTH -> "Content-Length: " + answer.length();
                    case CHUNKED -> "Transfer-Encoding: chunked";
                    case UNTIL_CLOSE -> "Connection: close";
                });
        return head.append("\r\n\r\n").toString();
    }

    private void send(Piece piece) throws IOException, InterruptedException {
        switch (piece) {
            case Piece.Bytes bytes when bytes.count() == 0 -> {}
            case Piece.Bytes bytes when answer.frame() == Frame.CHUNKED -> chunk(bytes);
            case Piece.Bytes bytes -> transfer(bytes);
            case Piece.Pause(Duration length) -> Thread.sleep(length);
            case Piece.Broken(Break how) -> throw new IllegalStateException("not here: " + how);
        }
    }

    private void chunk(Piece.Bytes bytes) throws IOException {
        write(Long.toHexString(bytes.count()) + "\r\n");
        transfer(bytes);
        write("\r\n");
    }

    private void transfer(Piece.Bytes bytes) throws IOException {
        long at = 0;
        while (at < bytes.count()) {
            Piece.Bytes left = bytes.from(at);
            long sent = left.content().step(left.range().from(), left.count(), channel);
            at += sent;
            bodyBytes += answer.status() == Answer.NO_HEAD ? 0 : sent;
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private Served.State end(Break how) throws IOException {
        switch (how) {
            case CLOSE -> channel.close();
            case RESET -> {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.close();
            }
            case STALL -> {
                in.transferTo(OutputStream.nullOutputStream());
                return Served.State.HUNG_UP;
            }
        }
        return Served.State.SENT;
    }
}
