package nearside.cloud.outbound;

import java.net.http.HttpHeaders;
import java.util.Optional;

/// The head of an answer.
public final class Head {
    private final int status;
    private final HttpHeaders headers;

    Head(int status, HttpHeaders headers) {
        this.status = status;
        this.headers = headers;
    }

    public int status() {
        return status;
    }

    /// The first header of that name.
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
