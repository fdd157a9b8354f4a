package nearside.cloud.outbound;

import java.util.Objects;
import java.util.Optional;

/// A part of a file that is asked for (RFC 9110, 14).
///
/// @param from its first byte
/// @param to the first byte after it
/// @param tag of the file of which it has to be a part; a far side that has another one sends all
///   of it
public record Slice(long from, long to, Optional<String> tag) {
    public Slice {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "slice: expected some bytes, found " + from + "–" + to);
        }
        Objects.requireNonNull(tag);
    }

    public long length() {
        return to - from;
    }

    String range() {
        return "bytes=" + from + "-" + (to - 1);
    }
}
