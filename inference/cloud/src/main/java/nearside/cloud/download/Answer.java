package nearside.cloud.download;

import nearside.cloud.outbound.Call;
import nearside.cloud.outbound.FarException;
import nearside.cloud.outbound.Head;
import nearside.cloud.outbound.RetryAfter;
import nearside.cloud.outbound.Slice;
import nearside.engine.EngineFailure.Far;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a host answers.
///
/// @param at where it was found
/// @param first the head of the hub's own answer, which may have pointed here
record Answer(Asking asking, Call call, URI at, Head head, Head first) implements AutoCloseable {
    private static final Set<Integer> CONTENT = Set.of(200, 206);
    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Set<Integer> SHUT = Set.of(401, 403);
    private static final Set<Integer> GONE = Set.of(404, 410);

    Answer(Asking asking, Call call, URI at, Head head) {
        this(asking, call, at, head, head);
    }

    /// The same if it has content; else it is closed.
    ///
    /// @param pointed whether the hub pointed there. What a storage host refuses was an address
    ///   that is too old, and the hub gives another one.
    Answer judged(boolean pointed, Head hubs) throws Setback {
        if (CONTENT.contains(head.status())) {
            return new Answer(asking, call, at, head, hubs);
        }
        close();
        throw setback(pointed);
    }

    private Setback setback(boolean pointed) {
        int status = head.status();
        if (BUSY.contains(status)) {
            Duration pause =
                    head.header("Retry-After")
                            .map(text -> RetryAfter.of(text, Instant.now()))
                            .orElse(Duration.ZERO);
            return new Setback.Passing(new DownloadFailure.Busy(host(), status, pause), pause);
        }
        if (SHUT.contains(status)) {
            return setback(pointed, new DownloadFailure.Refused(host(), status));
        }
        if (GONE.contains(status)) {
            return setback(pointed, new DownloadFailure.NotThere(host(), at.getPath()));
        }
        return new Setback.Passing(unlike("a file", "status " + status));
    }

    private static Setback setback(boolean pointed, DownloadFailure failure) {
        return pointed ? new Setback.Passing(failure) : new Setback.Lasting(failure);
    }

    private String host() {
        return Asking.host(at);
    }

    private DownloadFailure unlike(String expected, String found) {
        return new DownloadFailure.Unlike(host(), expected, Asking.brief(found));
    }

    /// Whether it is exactly that part of a file of that size.
    boolean isPart(Slice wanted, long size) throws Setback {
        if (head.status() != 206) {
            return false;
        }
        String expected = "bytes " + wanted.from() + "-" + (wanted.to() - 1) + "/" + size;
        String found = head.header("Content-Range").orElse("no Content-Range");
        if (!found.equals(expected)) {
            throw new Setback.Passing(unlike(expected, found));
        }
        plain(wanted.length());
        return true;
    }

    /// Checks that it is the file whole, of that size.
    void whole(long size) throws Setback {
        if (head.status() != 200) {
            throw new Setback.Passing(unlike("the file whole", "status " + head.status()));
        }
        plain(size);
    }

    /// Of that length where one is said, and as it is.
    private void plain(long length) throws Setback {
        String encoding = head.header("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new Setback.Passing(unlike("the bytes as they are", encoding));
        }
        OptionalLong said = said();
        if (said.isPresent() && said.getAsLong() != length) {
            throw new Setback.Passing(unlike(length + " bytes", said.getAsLong() + " bytes"));
        }
    }

    private OptionalLong said() {
        return head.header("Content-Length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /// A tag of the file by which parts of it can be asked for.
    Optional<String> tag() {
        return head.header("ETag").filter(tag -> tag.matches("\"[\\x21\\x23-\\x7e]{1,200}\""));
    }

    /// The next bytes; none at the end.
    List<ByteBuffer> next() throws Setback, InterruptedException {
        try {
            return call.next(asking.patience());
        } catch (FarException failed) {
            throw asking.setback(failed.failure());
        }
    }

    /// All of a small answer.
    byte[] all(int most) throws Setback, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (List<ByteBuffer> piece = next(); !piece.isEmpty(); piece = next()) {
            add(piece, all);
            if (all.size() > most) {
                throw new Setback.Lasting(
                        unlike("at most " + most + " bytes", "more than " + all.size()));
            }
        }
        return all.toByteArray();
    }

    /// The first bytes of an answer that has to be whole in that time; nothing behind them is read.
    byte[] start(int most, Duration within) throws Setback, InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        for (boolean more = true; more && start.size() < most; ) {
            List<ByteBuffer> piece = next();
            add(piece, start);
            more = !piece.isEmpty();
            if (System.nanoTime() - until > 0) {
                throw new Setback.Passing(
                        new DownloadFailure.Connection(new Far.Silent(host(), within)));
            }
        }
        return Arrays.copyOf(start.toByteArray(), Math.min(most, start.size()));
    }

    private static void add(List<ByteBuffer> piece, ByteArrayOutputStream all) {
        for (ByteBuffer bytes : piece) {
            byte[] some = new byte[bytes.remaining()];
            bytes.get(some);
            all.writeBytes(some);
        }
    }

    @Override
    public void close() {
        asking.over(call);
    }
}
