package nearside.hubside;

import java.util.List;
import java.util.Optional;

/// An answer as it came over the wire.
///
/// @param status 0 when there was no head
/// @param body one character a byte, out of its frame
record Received(int status, List<Header> headers, String body, End end) {
    Received {
        headers = List.copyOf(headers);
    }

    /// How it ended.
    enum End {
        /// As the head said.
        WHOLE,
        CLOSED,
        RESET,
        SILENT
    }

    Optional<String> header(String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
    }
}
