package nearside.hubside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A request as the hub read it.
///
/// @param target the path as it was written, with its query
/// @param version such as `HTTP/1.1`
public record HubRequest(String method, String target, String version, List<Header> headers) {
    private static final int MOST_HEAD = 1 << 16;

    public HubRequest {
        headers = List.copyOf(headers);
    }

    /// Reads the next one; empty when the other side asks for nothing more.
    static Optional<HubRequest> read(InputStream in) throws IOException {
        Optional<String> head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = head.get().strip().lines().toList();
        String[] start = lines.getFirst().split(" ", 3);
        if (start.length < 3) {
            throw new IOException("no request: " + lines.getFirst());
        }
        List<Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no header: " + line);
            }
            headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        HubRequest request = new HubRequest(start[0], start[1], start[2], headers);
        in.skipNBytes(request.header("Content-Length").map(Long::parseLong).orElse(0L));
        return Optional.of(request);
    }

    private static Optional<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int next = in.read();
            if (next < 0 && head.size() == 0) {
                return Optional.empty();
            }
            if (next < 0 || head.size() > MOST_HEAD) {
                throw new IOException("half a request");
            }
            head.write(next);
            ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
        }
        return Optional.of(head.toString(StandardCharsets.ISO_8859_1));
    }

    /// The path as it was written, without the query.
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /// What follows the question mark; empty without one.
    public String query() {
        return target.substring(Math.min(target.length(), path().length() + 1));
    }

    /// The value of the first header of that name.
    public Optional<String> header(String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
    }

    /// The names of all headers, as they were written.
    public List<String> headerNames() {
        return headers.stream().map(Header::name).toList();
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /// Whether who asks will ask again on the same connection.
    boolean keepsAlive() {
        String wish = header("Connection").orElse("");
        return version.equals("HTTP/1.0")
                ? wish.equalsIgnoreCase("keep-alive")
                : !wish.equalsIgnoreCase("close");
    }

    /// The same request without a header.
    HubRequest without(String name) {
        Stream<Header> kept = headers.stream().filter(header -> !header.is(name));
        return new HubRequest(method, target, version, kept.toList());
    }
}
