package nearside.hubside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/// Each fault does what its name says, and can be told from an answer without one.
class HubFaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RANGE = "Range: bytes=1000-1999";
    private static final String RIGHT = Shelf.LARGE.substring(1000, 2000);

    private HubSide hub;
    private URI place;

    @BeforeEach
    void open() throws IOException {
        hub = HubSide.of(Shelf.content());
        place = Shelf.stored(hub);
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
    }

    /// The part of the large file, with that fault.
    private Received part(HubFault fault) throws IOException {
        hub.script(HubScript.always(Turn.Kind.STORAGE, fault));
        return isSilent(fault) ? Talk.getImpatiently(place, RANGE) : Talk.get(place, RANGE);
    }

    private static boolean isSilent(HubFault fault) {
        return fault instanceof HubFault.Stall || fault.equals(new HubFault.NoHead(Break.STALL));
    }

    private Served line() throws InterruptedException {
        return hub.settledLog(PATIENCE).getLast();
    }

    static List<HubFault> onAPart() {
        return List.of(
                new HubFault.Cut(10),
                new HubFault.Reset(10),
                new HubFault.Stall(10),
                new HubFault.NoHead(Break.CLOSE),
                new HubFault.NoHead(Break.RESET),
                new HubFault.NoHead(Break.STALL),
                new HubFault.EndsEarly(10, Frame.LENGTH),
                new HubFault.EndsEarly(10, Frame.CHUNKED),
                new HubFault.EndsEarly(10, Frame.UNTIL_CLOSE),
                new HubFault.EmptyBody(),
                new HubFault.RefuseRange(),
                new HubFault.WrongRange(10),
                new HubFault.LyingRange(),
                new HubFault.ChangedTag(),
                new HubFault.ExtraBytes(10, Frame.LENGTH),
                new HubFault.ExtraBytes(10, Frame.CHUNKED),
                new HubFault.ExtraBytes(10, Frame.UNTIL_CLOSE),
                new HubFault.Duplicated(10, HubFault.Growth.KEPT),
                new HubFault.Duplicated(10, HubFault.Growth.GROWN),
                new HubFault.WrongBytes(10),
                new HubFault.Status(503, Optional.empty()),
                new HubFault.Gzip(),
                new HubFault.NoLength(Frame.CHUNKED),
                new HubFault.NoLength(Frame.UNTIL_CLOSE),
                new HubFault.RedirectTo(URI.create("http://127.0.0.2/x")),
                new HubFault.RedirectLoop(),
                new HubFault.BadHead(HubFault.Head.GARBAGE),
                new HubFault.BadHead(HubFault.Head.ENDLESS),
                new HubFault.Listing(Content.of("[]")));
    }

    @ParameterizedTest
    @MethodSource("onAPart")
    void everyFaultCanBeToldFromNone(HubFault fault) throws Exception {
        Received right = part(new HubFault.None());
        assertEquals(RIGHT, right.body());
        assertEquals(right, part(new HubFault.None()));
        assertNotEquals(right, part(fault));
        assertEquals(fault, line().fault());
        assertEquals(right, part(new HubFault.None()));
    }

    @Test
    void aCutIsAnEndInMidBody() throws Exception {
        Received cut = part(new HubFault.Cut(10));
        assertEquals(Received.End.CLOSED, cut.end());
        assertEquals(RIGHT.substring(0, 10), cut.body());
        assertEquals(Optional.of("1000"), cut.header("Content-Length"));
        assertEquals(10, line().bodyBytes());
        assertEquals(Served.State.SENT, line().state());
    }

    @Test
    void aCutBehindTheEndLosesTheLastByte() throws Exception {
        Received cut = part(new HubFault.Cut(5_000));
        assertEquals(Received.End.CLOSED, cut.end());
        assertEquals(RIGHT.substring(0, 999), cut.body());
    }

    @Test
    void aResetIsOne() throws Exception {
        assertEquals(Received.End.RESET, part(new HubFault.Reset(10)).end());
        assertEquals(10, line().bodyBytes());
    }

    @Test
    void aStallSaysNothingMore() throws Exception {
        Received stalled = part(new HubFault.Stall(10));
        assertEquals(Received.End.SILENT, stalled.end());
        assertEquals(RIGHT.substring(0, 10), stalled.body());
        assertEquals(Served.State.HUNG_UP, line().state());
    }

    @ParameterizedTest
    @EnumSource
    void withoutAHeadThereIsNothing(Break how) throws Exception {
        Received.End end =
                switch (how) {
                    case CLOSE -> Received.End.CLOSED;
                    case RESET -> Received.End.RESET;
                    case STALL -> Received.End.SILENT;
                };
        assertEquals(new Received(0, List.of(), "", end), part(new HubFault.NoHead(how)));
        assertEquals(0, line().status());
    }

    @ParameterizedTest
    @EnumSource
    void anEarlyEndLooksLikeAnEnd(Frame frame) throws Exception {
        Received early = part(new HubFault.EndsEarly(10, frame));
        assertEquals(Received.End.WHOLE, early.end());
        assertEquals(RIGHT.substring(0, 10), early.body());
        assertEquals(Optional.of("bytes 1000-1999/200000"), early.header("Content-Range"));
    }

    @Test
    void anEmptyBodyIsEmpty() throws Exception {
        Received empty = part(new HubFault.EmptyBody());
        assertEquals(Received.End.WHOLE, empty.end());
        assertEquals("", empty.body());
        assertEquals(206, empty.status());
    }

    @Test
    void aRefusedRangeGivesTheWhole() throws Exception {
        Received whole = part(new HubFault.RefuseRange());
        assertEquals(200, whole.status());
        assertEquals(Shelf.LARGE, whole.body());
        assertEquals(Optional.empty(), whole.header("Content-Range"));
    }

    @Test
    void aWrongRangeSaysSo() throws Exception {
        Received wrong = part(new HubFault.WrongRange(500));
        assertEquals(206, wrong.status());
        assertEquals(Optional.of("bytes 1500-2499/200000"), wrong.header("Content-Range"));
        assertEquals(Shelf.LARGE.substring(1500, 2500), wrong.body());
    }

    @Test
    void aWrongRangeFarBeyondIsTheLastByte() throws Exception {
        Received wrong = part(new HubFault.WrongRange(1 << 30));
        assertEquals(Optional.of("bytes 199999-199999/200000"), wrong.header("Content-Range"));
        hub.script(HubScript.always(Turn.Kind.STORAGE, new HubFault.WrongRange(1)));
        Received end = Talk.get(place, "Range: bytes=199999-");
        assertEquals(Optional.of("bytes 199998-199998/200000"), end.header("Content-Range"));
    }

    @Test
    void aLyingRangeSaysTheRightOne() throws Exception {
        Received lying = part(new HubFault.LyingRange());
        assertEquals(206, lying.status());
        assertEquals(Optional.of("bytes 1000-1999/200000"), lying.header("Content-Range"));
        assertEquals(1000, lying.body().length());
        for (int i = 0; i < 1000; i++) {
            assertNotEquals(RIGHT.charAt(i), lying.body().charAt(i));
        }
    }

    @Test
    void aChangedTagIsOfOtherContent() throws Exception {
        String tag = Talk.get(place).header("ETag").orElseThrow();
        hub.script(HubScript.always(Turn.Kind.STORAGE, new HubFault.ChangedTag()));
        Received changed = Talk.get(place, RANGE, "If-Range: " + tag);
        assertEquals(200, changed.status());
        assertEquals(200_000, changed.body().length());
        assertNotEquals(Shelf.LARGE, changed.body());
        String other = changed.header("ETag").orElseThrow();
        assertNotEquals(tag, other);
        Received again = Talk.get(place, RANGE, "If-Range: " + other);
        assertEquals(206, again.status());
        assertEquals(changed.body().substring(1000, 2000), again.body());
    }

    @Test
    void aChangedTagOfARedirectIsAnotherHash() throws Exception {
        Received right = Talk.get(Shelf.large(hub));
        hub.script(HubScript.always(Turn.Kind.RESOLVE, new HubFault.ChangedTag()));
        Received changed = Talk.get(Shelf.large(hub));
        assertEquals(right.header("Location"), changed.header("Location"));
        assertNotEquals(right.header("X-Linked-ETag"), changed.header("X-Linked-ETag"));
        assertNotEquals(right.header("X-Repo-Commit"), changed.header("X-Repo-Commit"));
    }

    @ParameterizedTest
    @EnumSource
    void extraBytesFollow(Frame frame) throws Exception {
        Received extra = part(new HubFault.ExtraBytes(10, frame));
        assertEquals(Received.End.WHOLE, extra.end());
        assertEquals(RIGHT + "x".repeat(10), extra.body());
        assertEquals(Optional.of("bytes 1000-1999/200000"), extra.header("Content-Range"));
        assertEquals(
                frame == Frame.LENGTH ? Optional.of("1010") : Optional.empty(),
                extra.header("Content-Length"));
        assertEquals(1010, line().bodyBytes());
    }

    @Test
    void aBlockComesTwice() throws Exception {
        String grown = RIGHT.substring(0, 500) + RIGHT.substring(490);
        Received longer = part(new HubFault.Duplicated(10, HubFault.Growth.GROWN));
        assertEquals(grown, longer.body());
        assertEquals(Received.End.WHOLE, longer.end());
        Received kept = part(new HubFault.Duplicated(10, HubFault.Growth.KEPT));
        assertEquals(grown.substring(0, 1000), kept.body());
        assertEquals(Received.End.WHOLE, kept.end());
    }

    @Test
    void oneByteIsWrong() throws Exception {
        Received wrong = part(new HubFault.WrongBytes(10));
        assertEquals(
                RIGHT.substring(0, 10) + (char) (RIGHT.charAt(10) ^ 0x55) + RIGHT.substring(11),
                wrong.body());
    }

    @Test
    void slownessIsNoFaultInTheBytes() throws Exception {
        Received slow = part(new HubFault.Slow(100, Duration.ofMillis(1)));
        assertEquals(part(new HubFault.None()), slow);
        assertThrows(
                IllegalArgumentException.class, () -> new HubFault.Slow(0, Duration.ofMillis(1)));
    }

    @Test
    void aStatusMayAskToWait() throws Exception {
        Received busy = part(new HubFault.Status(429, Optional.of(Duration.ofSeconds(7))));
        assertEquals(429, busy.status());
        assertEquals(Optional.of("7"), busy.header("Retry-After"));
        assertEquals(
                Optional.empty(),
                part(new HubFault.Status(500, Optional.empty())).header("Retry-After"));
    }

    @Test
    void aCompressedBodyIsTheSame() throws Exception {
        Received zipped = part(new HubFault.Gzip());
        assertEquals(Optional.of("gzip"), zipped.header("Content-Encoding"));
        try (GZIPInputStream plain =
                new GZIPInputStream(new ByteArrayInputStream(Shelf.bytes(zipped.body())))) {
            assertEquals(RIGHT, new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LENGTH")
    void aBodyMayHaveNoLength(Frame frame) throws Exception {
        Received without = part(new HubFault.NoLength(frame));
        assertEquals(RIGHT, without.body());
        assertEquals(Received.End.WHOLE, without.end());
        assertEquals(Optional.empty(), without.header("Content-Length"));
        assertThrows(IllegalArgumentException.class, () -> new HubFault.NoLength(Frame.LENGTH));
    }

    @Test
    void aRedirectLeadsElsewhere() throws Exception {
        Received redirect =
                part(new HubFault.RedirectTo(URI.create("https://elsewhere.example/x")));
        assertEquals(302, redirect.status());
        assertEquals(Optional.of("https://elsewhere.example/x"), redirect.header("Location"));
    }

    @Test
    void aLoopDoesNotEnd() throws Exception {
        URI next = place;
        for (int i = 0; i < 30; i++) {
            hub.script(HubScript.once(Turn.Kind.STORAGE, new HubFault.RedirectLoop()));
            Received redirect = Talk.get(next);
            assertEquals(302, redirect.status());
            next = next.resolve(redirect.header("Location").orElseThrow());
        }
    }

    @Test
    void aRedirectWithinLeadsToTheFile() throws Exception {
        hub.script(HubScript.once(Turn.Kind.RESOLVE, new HubFault.RedirectWithin()));
        Received redirect = Talk.get(Shelf.small(hub));
        assertEquals(307, redirect.status());
        String location = redirect.header("Location").orElseThrow();
        assertTrue(location.startsWith("/api/resolve-cache/models/" + Shelf.REPOSITORY), location);
        assertEquals(Shelf.SMALL, Talk.get(hub.base().resolve(location)).body());
    }

    @Test
    void aBadHeadIsNone() throws Exception {
        Received garbage = part(new HubFault.BadHead(HubFault.Head.GARBAGE));
        assertEquals(
                new Received(0, List.of(), "220 mail.example ESMTP", Received.End.CLOSED), garbage);
        assertEquals(0, line().bodyBytes());
        Received endless = part(new HubFault.BadHead(HubFault.Head.ENDLESS));
        long head =
                endless.headers().stream()
                        .mapToLong(line -> line.name().length() + line.value().length())
                        .sum();
        assertTrue(head > 1 << 20, "" + head);
    }

    @Test
    void aListMayBeAnything() throws Exception {
        hub.script(HubScript.once(Turn.Kind.TREE, new HubFault.Listing(Content.of("[{]"))));
        assertEquals("[{]", Talk.get(Shelf.tree(hub)).body());
        assertNotEquals("[{]", Talk.get(Shelf.tree(hub)).body());
    }

    @Test
    void aConnectionLivesOnBehindAFaultThatLeavesIt() throws Exception {
        hub.script(HubScript.once(Turn.Kind.STORAGE, new HubFault.EndsEarly(3, Frame.CHUNKED)));
        String target = place.getRawPath() + "?" + place.getRawQuery();
        try (Talk talk = Talk.with(hub.storage())) {
            assertEquals(RIGHT.substring(0, 3), talk.ask("GET", target, RANGE).body());
            assertEquals(RIGHT, talk.ask("GET", target, RANGE).body());
        }
    }

    @Test
    void aScriptSeesWhoseTurnItIs() throws Exception {
        List<Turn> turns = new CopyOnWriteArrayList<>();
        hub.script(turn -> {
            turns.add(turn);
            return new HubFault.None();
        });
        for (URI address :
                List.of(
                        Shelf.tree(hub),
                        Shelf.small(hub),
                        Shelf.large(hub),
                        place,
                        place,
                        hub.base().resolve("/x"))) {
            assertFalse(Talk.get(address).headers().isEmpty());
        }
        assertEquals(
                List.of(
                        "TREE 1 1",
                        "RESOLVE 1 1",
                        "RESOLVE 2 1",
                        "STORAGE 1 1",
                        "STORAGE 2 2",
                        "EXTRA 1 1"),
                turns.stream()
                        .map(turn -> turn.kind() + " " + turn.nth() + " " + turn.nthOfPath())
                        .toList());
    }
}
