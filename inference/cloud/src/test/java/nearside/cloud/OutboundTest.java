package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.outbound.Digest;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Key;
import nearside.cloud.outbound.Ledger.Ending;
import nearside.cloud.outbound.Ledger.Outcome;
import nearside.cloud.outbound.Ledger.Used;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Parcel;
import nearside.cloud.outbound.Permit;
import nearside.cloud.outbound.Route;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Doubt;
import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Obstacle;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.contract.Pulled;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.farside.Play;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What goes through the one door out, and what does not.
class OutboundTest {
    private static final Play HELLO =
            (asked, wire) ->
                    wire.stream()
                            .body(Completion.text("Hello"))
                            .body(Completion.finish("stop"))
                            .body(Completion.DONE)
                            .end();

    @TempDir Path folder;

    private static EngineFailure failure(Borrowed borrowed) {
        Pulled pulled = Pulled.all(borrowed.engine().answer(Borrowed.ask("Hi")));
        assertEquals("", pulled.text());
        return assertInstanceOf(ReplyEvent.Failed.class, pulled.last()).failure();
    }

    private static Route trusting() throws URISyntaxException {
        return new Route(Optional.empty(), Optional.of(Certificates.authority()));
    }

    @Test
    void whoIsTrustedIsAsked() throws Exception {
        try (FarSide far = FarSide.secure(Certificates.GOOD.identity(), HELLO);
                Borrowed borrowed =
                        Borrowed.from(far.base(), trusting(), Borrowed.SHORT, Borrowed.OPEN)) {
            assertEquals("Hello", Pulled.all(borrowed.engine().answer(Borrowed.ask("Hi"))).text());
        }
    }

    /// Who shows what to whom, and how that is told.
    static List<Arguments> impostors() throws URISyntaxException {
        return List.of(
                Arguments.of(Certificates.GOOD, Route.SYSTEM, Doubt.UNKNOWN_ISSUER),
                Arguments.of(Certificates.EXPIRED, trusting(), Doubt.EXPIRED),
                Arguments.of(Certificates.OTHER_HOST, trusting(), Doubt.OTHER_HOST));
    }

    @ParameterizedTest
    @MethodSource("impostors")
    void whoCannotProveItselfGetsNothing(Certificates shown, Route route, Doubt doubt)
            throws Exception {
        try (FarSide far = FarSide.secure(shown.identity(), HELLO);
                Borrowed borrowed =
                        Borrowed.from(far.base(), route, Borrowed.SHORT, Borrowed.OPEN)) {
            assertEquals(new Far.Untrusted(origin(far.base()), doubt), failure(borrowed));
            assertEquals(List.of(), far.asked());
            assertEquals(
                    Optional.of(new Outcome(Ending.UNREACHED, 0, 0, 0, Used.NOTHING)),
                    borrowed.books().rows().getFirst().outcome());
        }
    }

    private static String origin(URI base) {
        return Origin.of(base).toString();
    }

    @Test
    void whereNobodyListensIsToldAfterThreeTries() throws Exception {
        URI base;
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            base = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/v1");
        }
        try (Borrowed borrowed = Borrowed.from(base, Borrowed.SHORT)) {
            assertEquals(
                    new Far.Unreachable(origin(base), Obstacle.NO_CONNECTION), failure(borrowed));
            assertEquals(3, borrowed.books().rows().size());
        }
    }

    @Test
    void aNameWithoutAnAddressIsTold() throws Exception {
        URI base = URI.create("http://nearside-test.invalid/v1");
        try (Borrowed borrowed = Borrowed.from(base, Borrowed.SHORT)) {
            assertEquals(new Far.Unreachable(origin(base), Obstacle.NO_ADDRESS), failure(borrowed));
        }
    }

    @Test
    void withoutAPermitNothingIsEvenTried() throws Exception {
        try (FarSide far = FarSide.plain(HELLO);
                Borrowed borrowed =
                        Borrowed.from(
                                far.base(),
                                Route.SYSTEM,
                                Borrowed.SHORT,
                                (model, parcel) -> Optional.empty())) {
            assertEquals(new Far.NotPermitted(origin(far.base())), failure(borrowed));
            assertEquals(0, far.connections());
            assertEquals(List.of(), borrowed.books().rows());
        }
    }

    @Test
    void otherBytesThanWerePermittedDoNotLeave() throws Exception {
        try (FarSide far = FarSide.plain(HELLO);
                Borrowed borrowed = Borrowed.from(far.base(), Borrowed.SHORT)) {
            Parcel parcel = borrowed.engine().parcel(Borrowed.ask("Hi"));
            Errand errand = new Errand(Errand.Purpose.ANSWER, "TOO_SLOW", "", List.of());
            byte[] other = "other".getBytes(StandardCharsets.UTF_8);
            Permit permit = new Permit(parcel.to(), Digest.of(other), errand);
            assertThrows(
                    IllegalArgumentException.class, () -> borrowed.outbound().call(permit, parcel));
            Permit elsewhere =
                    new Permit(
                            new Origin("https", "other.example", 443),
                            Digest.of(parcel.body()),
                            errand);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> borrowed.outbound().call(elsewhere, parcel));
            assertEquals(0, far.connections());
            assertEquals(List.of(), borrowed.books().rows());
        }
    }

    /// A permit that was given a moment before does not help; it is written down all the same.
    @Test
    void throughAShutDoorNothingBeginsUntilItIsOpenedAgain() throws Exception {
        try (FarSide far = FarSide.plain(HELLO);
                Borrowed borrowed = Borrowed.from(far.base(), Borrowed.SHORT)) {
            borrowed.outbound().shut();
            assertEquals("", Pulled.all(borrowed.engine().answer(Borrowed.ask("Hi"))).text());
            assertEquals(0, far.connections());
            assertEquals(
                    Optional.of(new Outcome(Ending.STOPPED, 0, 0, 0, Used.NOTHING)),
                    borrowed.books().rows().getFirst().outcome());
            borrowed.outbound().open();
            assertEquals("Hello", Pulled.all(borrowed.engine().answer(Borrowed.ask("Hi"))).text());
        }
    }

    @Test
    void shuttingEndsWhatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Play hanging =
                (_, wire) -> {
                    wire.stream().body(Completion.opening());
                    asked.countDown();
                    wire.awaitHangUp();
                };
        try (FarSide far = FarSide.plain(hanging);
                Borrowed borrowed = Borrowed.from(far.base(), Limits.USUAL)) {
            Reply reply = borrowed.engine().answer(Borrowed.ask("Hi"));
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            borrowed.outbound().shut();
            assertInstanceOf(ReplyEvent.Failed.class, Pulled.all(reply).last());
            assertNoConnection(far);
        }
    }

    @Test
    void shuttingEndsAConnectionThatWaitsToBeUsedAgain() throws Exception {
        Play lingering =
                (asked, wire) -> {
                    HELLO.answer(asked, wire);
                    wire.awaitHangUp();
                };
        try (FarSide far = FarSide.plain(lingering);
                Borrowed borrowed = Borrowed.from(far.base(), Limits.USUAL)) {
            assertEquals("Hello", Pulled.all(borrowed.engine().answer(Borrowed.ask("Hi"))).text());
            assertTrue(far.isBusy(), "it waits");
            borrowed.outbound().shut();
            assertNoConnection(far);
        }
    }

    private static void assertNoConnection(FarSide far) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (far.isBusy()) {
            assertTrue(System.nanoTime() < until, "the far side still has a connection");
            Thread.sleep(20);
        }
    }

    @Test
    void theSamePromptIsAlwaysTheSameBytes() throws Exception {
        try (Borrowed borrowed =
                Borrowed.from(URI.create("http://127.0.0.1:9/v1"), Borrowed.SHORT)) {
            CloudEngine engine = borrowed.engine();
            assertEquals(
                    Digest.of(engine.parcel(Borrowed.ask("Hi")).body()),
                    Digest.of(engine.parcel(Borrowed.ask("Hi")).body()));
            assertTrue(
                    !Digest.of(engine.parcel(Borrowed.ask("Hi")).body())
                            .equals(Digest.of(engine.parcel(Borrowed.ask("Ho")).body())));
        }
    }

    @Test
    void aKeyOfOneHostIsNeverPutIntoAParcelForAnother() {
        Key key = new Key(new Origin("https", "a.example", 443), Key.Header.BEARER, "secret");
        for (String other :
                List.of("https://b.example/", "http://a.example/", "https://a.example:444/")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Parcel(URI.create(other), new byte[0], Optional.of(key)),
                    other);
        }
        assertTrue(!key.toString().contains("secret"));
    }

    @Test
    void aFileWithoutCertificatesIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nx\n");
        Route route = new Route(Optional.empty(), Optional.of(file));
        IOException told =
                assertThrows(
                        IOException.class,
                        () ->
                                Borrowed.from(
                                        URI.create("https://a.example/v1"),
                                        route,
                                        Borrowed.SHORT,
                                        Borrowed.OPEN));
        assertTrue(String.valueOf(told.getMessage()).contains(file.toString()), told.toString());
    }

    @Test
    void aFarSideThatFailsAgainAndAgainIsLeftAlone() throws Exception {
        try (FarSide far =
                        FarSide.plain(
                                (asked, wire) -> wire.whole(503, "Retry-After: 0", new byte[0]));
                Borrowed borrowed = Borrowed.from(far.base(), Borrowed.SHORT)) {
            failure(borrowed);
            assertInstanceOf(Far.Resting.class, failure(borrowed));
            int before = far.connections();
            assertInstanceOf(Far.Resting.class, failure(borrowed));
            assertEquals(before, far.connections());
        }
    }

    /// A far side that answers with a redirect to another address gets no second request anywhere.
    @Test
    void thePointerToAnotherAddressIsToldAndNotFollowed() throws Exception {
        try (FarSide other = FarSide.plain(HELLO);
                FarSide far =
                        FarSide.plain((asked, wire) ->
                                wire.whole(307, "Location: " + other.base(), new byte[0]));
                Borrowed borrowed = Borrowed.from(far.base(), Borrowed.SHORT)) {
            assertEquals(
                    new Far.Redirected(origin(far.base()), origin(other.base())),
                    failure(borrowed));
            assertEquals(0, other.connections());
        }
    }
}
