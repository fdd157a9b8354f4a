package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(30)
class PatienceTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final CountDownLatch stopped = new CountDownLatch(1);

    private static Kind late(Patience patience, Patience.Work<String> work) {
        KeyStoreTrouble trouble = assertThrows(KeyStoreTrouble.class, () -> patience.of(work));
        assertEquals(0, trouble.code());
        return trouble.kind();
    }

    /// Ends only when it is stopped.
    private String hang() {
        try {
            stopped.await();
            return "stopped";
        } catch (InterruptedException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private String typedAfter(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS) ? "stopped" : "typed";
        } catch (InterruptedException bug) {
            throw new IllegalStateException(bug);
        }
    }

    @Test
    void givesWhatTheWorkGives() throws KeyStoreTrouble {
        assertEquals("done", new Patience(LONG, LONG).of(_ -> "done"));
    }

    @Test
    void troubleOfTheWorkPasses() {
        KeyStoreTrouble trouble =
                assertThrows(
                        KeyStoreTrouble.class,
                        () ->
                                new Patience(LONG, LONG)
                                        .of(_ -> {
                                            throw new KeyStoreTrouble(Kind.ABSENT, 5);
                                        }));
        assertEquals("ABSENT 5", trouble.getMessage());
    }

    @Test
    void aBugStaysABug() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        new Patience(LONG, LONG)
                                .of(_ -> {
                                    throw new IllegalArgumentException("bug");
                                }));
    }

    @Test
    void aStoreThatHangsIsBrokenAndStopped() throws InterruptedException {
        Kind kind =
                late(
                        new Patience(SHORT, LONG),
                        wait -> {
                            wait.stopBy(stopped::countDown);
                            return hang();
                        });
        assertEquals(Kind.BROKEN, kind);
        stopped.await();
    }

    @Test
    void aPersonWhoDoesNotAnswerLeavesItLocked() {
        Kind kind =
                late(
                        new Patience(LONG, SHORT),
                        wait -> {
                            wait.stopBy(stopped::countDown);
                            wait.forPerson();
                            return hang();
                        });
        assertEquals(Kind.LOCKED, kind);
    }

    /// The limit that holds is that of who is waited for now.
    @Test
    void aPersonMayTakeLongerThanTheStore() throws KeyStoreTrouble {
        Duration enough = Duration.ofMillis(400);
        assertEquals(
                "typed",
                new Patience(enough, LONG)
                        .of(wait -> {
                            wait.forPerson();
                            return typedAfter(enough.multipliedBy(2));
                        }));
    }

    @Test
    void whatEndedIsNotStoppedAndWhatIsLateIsStoppedAtOnce() {
        AtomicBoolean done = new AtomicBoolean();
        Wait ended = new Wait(new Patience(LONG, LONG));
        ended.stopBy(() -> done.set(true));
        ended.ended();
        ended.giveUp();
        assertFalse(done.get());
        ended.stopBy(() -> done.set(true));
        assertTrue(done.get());
    }
}
