package nearside.hubside;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What a hub does wrong with one request. Numbers beyond the body count as its last byte, so that
/// a fault is one on short content, too.
public sealed interface HubFault {
    /// Nothing.
    record None() implements HubFault {}

    /// The connection is closed in mid-body.
    ///
    /// @param after so many bytes of it
    record Cut(long after) implements HubFault {}

    /// The connection is reset in mid-body.
    ///
    /// @param after so many bytes of it
    record Reset(long after) implements HubFault {}

    /// Nothing more comes in mid-body.
    ///
    /// @param after so many bytes of it
    record Stall(long after) implements HubFault {}

    /// No head comes at all.
    record NoHead(Break how) implements HubFault {}

    /// The body ends as it should, but too early.
    ///
    /// @param after so many bytes of it
    record EndsEarly(long after, Frame frame) implements HubFault {}

    /// Nothing is in the body.
    record EmptyBody() implements HubFault {}

    /// A range is not honoured: 200 and the whole.
    record RefuseRange() implements HubFault {}

    /// A 206 with another range, as it says itself.
    record WrongRange(long shift) implements HubFault {}

    /// A 206 that says the right range and sends other bytes.
    record LyingRange() implements HubFault {}

    /// The content is another by now, with another tag and commit; `If-Range` does not match.
    record ChangedTag() implements HubFault {}

    /// More bytes than were to come; with [Frame#LENGTH] they are announced.
    record ExtraBytes(long count, Frame frame) implements HubFault {}

    /// A block inside the body comes twice.
    ///
    /// @param block its bytes, at most half of the body
    record Duplicated(long block, Growth growth) implements HubFault {}

    /// One byte is wrong, so that no hash is right.
    ///
    /// @param at where in the body
    record WrongBytes(long at) implements HubFault {}

    /// So many bytes, a pause, and on.
    record Slow(long bytes, Duration pause) implements HubFault {
        public Slow {
            if (bytes < 1) {
                throw new IllegalArgumentException("bytes: expected some, found " + bytes);
            }
        }
    }

    /// Another status.
    record Status(int code, Optional<Duration> retryAfter) implements HubFault {}

    /// The body is compressed, asked for or not. Content must fit into memory.
    record Gzip() implements HubFault {}

    /// The body without its length, otherwise right.
    record NoLength(Frame frame) implements HubFault {
        public NoLength {
            if (frame == Frame.LENGTH) {
                throw new IllegalArgumentException("frame: expected one without a length");
            }
        }
    }

    /// A redirect to another place.
    record RedirectTo(URI place) implements HubFault {}

    /// Redirects without an end.
    record RedirectLoop() implements HubFault {}

    /// A redirect by a relative address to another path of the hub, where the file is; no fault,
    /// but not what everybody expects.
    record RedirectWithin() implements HubFault {}

    /// A head that is none.
    record BadHead(Head head) implements HubFault {}

    /// Another list of the folder, whatever it may be.
    record Listing(Content body) implements HubFault {}

    /// Whether a block that comes twice makes a body longer.
    enum Growth {
        /// The end is missing instead.
        KEPT,
        /// The length that is announced grows.
        GROWN
    }

    /// How a head is none.
    enum Head {
        /// Another protocol's greeting.
        GARBAGE,
        /// More than a mebibyte of headers.
        ENDLESS
    }
}
