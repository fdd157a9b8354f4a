package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.cloud.download.SmallFile.Outcome;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Ledger;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Permit;
import nearside.cloud.outbound.Route;
import nearside.engine.EngineFailure.Far;
import nearside.hubside.Content;
import nearside.hubside.HubContent;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.Turn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asking a server of this machine for one small file.
class SmallFileTest {
    private static final Errand ERRAND =
            new Errand(Errand.Purpose.CATALOGUE, "POLICY", "", List.of());
    private static final DownloadGate OPEN =
            parcel -> Optional.of(new Permit(parcel.to(), parcel.digest(), ERRAND));
    private static final Ledger NO_BOOKS = _ -> _ -> {};
    private static final int MOST = 1_000;
    private static final Limits SHORT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    Duration.ofMillis(1));

    private HubSide hub;
    private Outbound door;

    @BeforeEach
    void open() throws IOException {
        hub = HubSide.of(HubContent.of("o/n", Map.of("a", Content.of("a")), 100));
        door = Outbound.by(Route.SYSTEM, NO_BOOKS, Limits.USUAL);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        hub.close();
    }

    private Outcome ask(DownloadGate gate, Limits limits) throws InterruptedException {
        URI address = hub.base().resolve("/near/file");
        return new SmallFile(address, MOST).by(door, gate, limits);
    }

    private Outcome ask(HubFault fault) throws InterruptedException {
        hub.script(HubScript.always(Turn.Kind.EXTRA, fault));
        return ask(OPEN, Limits.CATALOGUE);
    }

    private DownloadFailure failure(Outcome outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MOST - 1, MOST})
    void whatIsThereComes(int size) throws Exception {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 7);
        hub.put("/near/file", content);
        Outcome.Came came = assertInstanceOf(Outcome.Came.class, ask(OPEN, Limits.CATALOGUE));
        assertArrayEquals(content, came.bytes());
        assertEquals(1, hub.log().size());
    }

    /// Also of what never ends.
    @Test
    void noMoreIsReadThanIsWanted() throws Exception {
        hub.put("/near/file", new byte[1 << 22]);
        Outcome.Came came = assertInstanceOf(Outcome.Came.class, ask(OPEN, Limits.CATALOGUE));
        assertEquals(MOST, came.bytes().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsNotThereIsAbsent(int status) throws Exception {
        assertInstanceOf(Outcome.Absent.class, ask(new HubFault.Status(status, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 429, 500, 503})
    void anotherStatusDoesNotSayThatNoneIsThere(int status) throws Exception {
        hub.put("/near/file", new byte[3]);
        assertInstanceOf(Outcome.Failed.class, ask(new HubFault.Status(status, Optional.empty())));
        assertEquals(1, hub.log().size());
    }

    @Test
    void noPointerIsFollowedNotEvenToTheSameServer() throws Exception {
        hub.put("/near/file", new byte[3]);
        hub.put("/near/other", new byte[3]);
        URI other = hub.base().resolve("/near/other");
        assertEquals(
                new DownloadFailure.Elsewhere(hub.base().toString(), other.toString()),
                failure(ask(new HubFault.RedirectTo(other))));
        assertEquals(1, hub.log().size());
    }

    @Test
    void withoutAPermitNothingIsAsked() throws Exception {
        assertEquals(
                new DownloadFailure.NotPermitted(hub.base().toString()),
                failure(ask(_ -> Optional.empty(), Limits.CATALOGUE)));
        assertEquals(List.of(), hub.log());
    }

    /// Each byte is a sign of life, and 900 of them take a while.
    @Test
    void whoSendsAByteNowAndThenIsNotWaitedForToTheEnd() throws Exception {
        hub.put("/near/file", new byte[900]);
        hub.script(HubScript.always(Turn.Kind.EXTRA, new HubFault.Slow(1, Duration.ofMillis(20))));
        assertEquals(
                new DownloadFailure.Connection(
                        new Far.Silent(hub.base().toString(), SHORT.fruitless())),
                failure(ask(OPEN, SHORT)));
    }

    @Test
    void aBrokenConnectionIsAFailure() throws Exception {
        hub.put("/near/file", new byte[900]);
        assertInstanceOf(DownloadFailure.Connection.class, failure(ask(new HubFault.Cut(100))));
    }
}
