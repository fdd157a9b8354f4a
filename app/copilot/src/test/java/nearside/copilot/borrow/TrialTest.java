package nearside.copilot.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Trial.Outcome;
import nearside.engine.EngineFailure.Far;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.farside.Play;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.far.FarEntry;
import nearside.storage.ledger.LedgerEvent.Began;
import nearside.storage.ledger.LedgerEvent.Ended;
import nearside.storage.ledger.LedgerRow;
import nearside.storage.policy.Policy;
import nearside.twologs.TwoLogs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A trial is one question by the door that everything takes, and it is written down.
class TrialTest {
    private static final Limits SHORT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(10));

    private static final Play YES =
            (_, wire) ->
                    wire.stream()
                            .body(Completion.opening() + Completion.text("Yes"))
                            .body(Completion.finish("stop") + Completion.usage(12, 1))
                            .body(Completion.DONE)
                            .end();

    @TempDir Path folder;
    private Profile profile;
    private Door door;
    private Rules rules =
            new Rules(Settings.DEFAULT.borrowing().with(Settings.Mode.LOCAL_FIRST), Policy.OPEN);

    @BeforeEach
    void open() throws IOException {
        profile = Profile.open(folder);
        door = Door.by(Route.SYSTEM, SHORT, profile.ledger(), () -> rules);
    }

    @AfterEach
    void close() {
        door.close();
        profile.close();
    }

    private static Lender lender(URI base) {
        return Lenders.of(
                new FarEntry(
                        "1",
                        "Far",
                        FarEntry.Whose.CLOUD,
                        new FarEntry.Door(
                                base,
                                FarEntry.Header.BEARER,
                                Optional.of(new FarEntry.Secret("sk-test"))),
                        new FarEntry.Model("far-1", FarEntry.Dialect.OPENAI, 8_000),
                        Optional.empty()));
    }

    private Outcome run(URI base) {
        return new Trial(door).run(lender(base), () -> true);
    }

    @Test
    void aWordComesBackAndTheLedgerHasIt() throws IOException {
        try (FarSide far = FarSide.plain(YES)) {
            Outcome.Answered answered = assertInstanceOf(Outcome.Answered.class, run(far.base()));
            assertEquals("Yes", answered.words());
            assertEquals(
                    Optional.of("Bearer sk-test"), far.asked().getFirst().header("Authorization"));
            List<LedgerRow> rows = profile.ledger().rows();
            Began began = assertInstanceOf(Began.class, rows.getFirst().event());
            assertEquals("http://127.0.0.1:" + far.base().getPort(), began.far());
            assertEquals("TRIAL", began.purpose());
            Ended ended = assertInstanceOf(Ended.class, rows.getLast().event());
            assertEquals("COMPLETE", ended.outcome());
            assertEquals(far.asked().getFirst().bytes(), ended.bytesOut());
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
        }
    }

    @Test
    void aRefusalIsTold() throws IOException {
        Play refuses =
                (_, wire) ->
                        wire.whole(
                                401,
                                "Content-Type: application/json",
                                "{\"error\":{\"message\":\"no such key\"}}"
                                        .getBytes(StandardCharsets.UTF_8));
        try (FarSide far = FarSide.plain(refuses)) {
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run(far.base()));
            assertEquals(401, assertInstanceOf(Far.Refused.class, failed.failure()).status());
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
        }
    }

    @Test
    void nothingIsAskedWhileTheDoorIsShut() throws IOException {
        rules = new Rules(Settings.DEFAULT.borrowing().with(Settings.Mode.OFFLINE), Policy.OPEN);
        try (FarSide far = FarSide.plain(YES)) {
            assertEquals(new Outcome.Shut(Rules.Shut.OFFLINE_BY_PERSON), run(far.base()));
            assertEquals(0, far.connections());
            assertEquals(List.of(), profile.ledger().rows());
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
        }
    }

    @Test
    void whoDoesNotWaitStopsIt() throws IOException {
        try (FarSide far = FarSide.plain((_, wire) -> wire.stream().awaitHangUp())) {
            Outcome outcome = new Trial(door).run(lender(far.base()), () -> far.asked().isEmpty());
            assertEquals(new Outcome.Stopped(), outcome);
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
        }
        assertTrue(profile.ledger().firstBroken().isEmpty());
    }
}
