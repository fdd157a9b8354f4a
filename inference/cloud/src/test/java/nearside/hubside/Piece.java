package nearside.hubside;

import java.time.Duration;

/// A step of sending a body.
sealed interface Piece {
    /// Bytes of some content.
    record Bytes(Content content, ByteRange range) implements Piece {
        static Bytes all(Content content) {
            return new Bytes(content, ByteRange.whole(content.size()));
        }

        long count() {
            return range.count();
        }

        /// So many of its bytes from there on, or as many as there are.
        Bytes part(long from, long count) {
            long start = Math.min(from, count());
            long length = Math.min(count, count() - start);
            return new Bytes(content, new ByteRange(range.from() + start, length));
        }

        Bytes from(long start) {
            return part(start, count());
        }
    }

    /// Nothing for a while.
    record Pause(Duration length) implements Piece {}

    /// The end of the connection.
    record Broken(Break how) implements Piece {}
}
