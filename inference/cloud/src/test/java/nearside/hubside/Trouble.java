package nearside.hubside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// An answer with a fault in it.
final class Trouble {
    private static final String GREETING = "220 mail.example ESMTP\r\n\r\n";
    private static final long MOST_GZIPPED = 64L << 20;

    private final Found found;
    private final HubRequest request;
    private final Answer right;

    private Trouble(Found found, HubRequest request) {
        this.found = found;
        this.request = request;
        this.right = found.answer(request);
    }

    static Answer of(HubFault fault, Found found, HubRequest request) throws IOException {
        return new Trouble(found, request).with(fault);
    }

    private Answer with(HubFault fault) throws IOException {
        return switch (fault) {
            case HubFault.None() -> right;
            case HubFault.Cut(long after) -> broken(after, Break.CLOSE);
            case HubFault.Reset(long after) -> broken(after, Break.RESET);
            case HubFault.Stall(long after) -> broken(after, Break.STALL);
            case HubFault.NoHead(Break how) -> Answer.raw(new Piece.Broken(how));
            case HubFault.EndsEarly(long after, Frame frame) ->
                    right.sending(right.body().part(0, inside(after))).in(frame);
            case HubFault.EmptyBody() -> right.sending(right.body().part(0, 0)).in(Frame.LENGTH);
            case HubFault.RefuseRange() -> found.answer(request.without("Range"));
            case HubFault.WrongRange(long shift) -> wrongRange(shift);
            case HubFault.LyingRange() -> turned(right.body().range().from(), right.body().count());
            case HubFault.ChangedTag() -> changed();
            case HubFault.ExtraBytes(long count, Frame frame) -> extra(count).in(frame);
            case HubFault.Duplicated(long block, HubFault.Growth growth) ->
                    duplicated(block, growth);
            case HubFault.WrongBytes(long at) ->
                    turned(right.body().range().from() + inside(at), 1);
            case HubFault.Slow(long bytes, Duration pause) ->
                    right.sending(slowly(bytes, new Piece.Pause(pause)));
            case HubFault.Status(int code, Optional<Duration> retryAfter) ->
                    status(code, retryAfter);
            case HubFault.Gzip() -> gzipped();
            case HubFault.NoLength(Frame frame) -> right.in(frame);
            case HubFault.RedirectTo(URI place) -> Answer.redirect(302, place.toString());
            case HubFault.RedirectLoop() -> Answer.redirect(302, "/loop/1");
            case HubFault.RedirectWithin() -> within();
            case HubFault.BadHead(HubFault.Head head) -> badHead(head);
            case HubFault.Listing(Content body) ->
                    Answer.json(200, "").sending(Piece.Bytes.all(body)).in(Frame.LENGTH);
        };
    }

    /// The nearest place before the end of the body.
    private long inside(long at) {
        return Math.clamp(at, 0, Math.max(0, right.body().count() - 1));
    }

    private Answer broken(long after, Break how) {
        return right.sending(right.body().part(0, inside(after)), new Piece.Broken(how));
    }

    private Answer wrongRange(long shift) {
        return switch (found) {
            case Found.Fixed fixed -> fixed.answer();
            case Found.Resource resource -> {
                long size = resource.content().size();
                yield resource.partial(right.body().range().shifted(shift, size));
            }
        };
    }

    /// The right head, and some bytes of the content turned.
    private Answer turned(long from, long count) {
        Piece.Bytes body = right.body();
        return right.sending(
                new Piece.Bytes(new Content.Turned(body.content(), from, count), body.range()));
    }

    private Answer changed() {
        return switch (found) {
            case Found.Fixed fixed -> fixed.answer().mapped(Trouble::otherId);
            case Found.Resource(Content content, String tag, List<Header> more) ->
                    new Found.Resource(
                                    Content.Turned.all(content),
                                    Digests.other(tag),
                                    more.stream().map(Trouble::otherId).toList())
                            .answer(request);
        };
    }

    private static Header otherId(Header header) {
        if (header.is("X-Linked-ETag")) {
            String tag = header.value().replace("\"", "");
            return new Header(header.name(), "\"" + Digests.other(tag) + "\"");
        }
        return header.is("X-Repo-Commit")
                ? new Header(header.name(), Digests.other(header.value()))
                : header;
    }

    private Answer extra(long count) {
        return right.sending(right.body(), Piece.Bytes.all(Content.of("x".repeat((int) count))));
    }

    private Answer duplicated(long block, HubFault.Growth growth) {
        Piece.Bytes body = right.body();
        long half = body.count() / 2;
        long twice = Math.clamp(block, 0, half);
        Piece.Bytes start = body.part(0, half);
        Piece.Bytes again = body.part(half - twice, twice);
        Piece.Bytes end = body.from(half);
        return switch (growth) {
            case GROWN -> right.sending(start, again, end).in(Frame.LENGTH);
            case KEPT -> right.sending(start, again, end.part(0, end.count() - twice));
        };
    }

    private Piece[] slowly(long bytes, Piece.Pause pause) {
        List<Piece> pieces = new ArrayList<>();
        for (long at = 0; at < right.body().count(); at += bytes) {
            pieces.add(right.body().part(at, bytes));
            pieces.add(pause);
        }
        return pieces.toArray(Piece[]::new);
    }

    private static Answer status(int code, Optional<Duration> retryAfter) {
        Answer answer = Answer.error(code, "Scripted", "It says " + code);
        return retryAfter
                .map(wait -> answer.with(new Header("Retry-After", "" + wait.toSeconds())))
                .orElse(answer);
    }

    private Answer gzipped() throws IOException {
        Piece.Bytes body = right.body();
        if (body.count() > MOST_GZIPPED) {
            throw new IllegalArgumentException("body: expected one that fits into memory");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body.content().read(body.range().from(), (int) body.count()));
        }
        return right.sending(Piece.Bytes.all(Content.of(bytes.toByteArray())))
                .in(Frame.LENGTH)
                .with(new Header("Content-Encoding", "gzip"));
    }

    private Answer within() {
        return switch (Route.of(Served.Host.HUB, request)) {
            case Route.Resolve resolve when found instanceof Found.Resource resource ->
                    Answer.redirect(307, cached(resolve, resource));
            default -> right;
        };
    }

    private static String cached(Route.Resolve resolve, Found.Resource resource) {
        String commit =
                resource.more().stream()
                        .filter(header -> header.is("X-Repo-Commit"))
                        .findFirst()
                        .orElseThrow()
                        .value();
        return "/api/resolve-cache/models/"
                + resolve.repository()
                + "/"
                + commit
                + "/"
                + Site.written(resolve.path())
                + "?etag=%22"
                + resource.tag()
                + "%22";
    }

    private Answer badHead(HubFault.Head head) {
        return switch (head) {
            case GARBAGE ->
                    Answer.raw(
                            Piece.Bytes.all(Content.of(GREETING)), new Piece.Broken(Break.CLOSE));
            case ENDLESS -> right.with(padding());
        };
    }

    private static Header[] padding() {
        Header line = new Header("X-Padding", "x".repeat(1 << 10));
        return Collections.nCopies(1 << 10, line).toArray(Header[]::new);
    }
}
