package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A reply once had other words than it should: pages were let go at an address where the files of
/// a model had lain that was closed meanwhile.
@Timeout(20)
class TidyingTest {
    private static final Path FOLDER = Path.of("model");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Tidying tidying =
            new Tidying(Duration.ofMillis(1), folder -> seen.add("let go " + folder));

    @Test
    void tidiesUpAfterALoad() throws Exception {
        tidying.during(() -> seen.add("open"));
        tidying.later(FOLDER).join();
        assertEquals(List.of("open", "let go model"), seen);
    }

    @Test
    void neverWhileAModelIsOpenedOrClosedAndNotForAnOlderOne() throws Exception {
        tidying.during(() -> seen.add("open"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread next = Thread.ofPlatform().start(() -> change(begun, end));
        begun.await();
        Thread tidy = tidying.later(FOLDER);
        while (tidy.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(List.of("open"), seen, "waits for the change");
        end.countDown();
        next.join();
        tidy.join();
        assertEquals(List.of("open", "opened anew", "let go model"), seen);
    }

    @Test
    void nothingIsLetGoWhenAnotherModelWasOpenedBefore() throws Exception {
        Tidying slow = new Tidying(Duration.ofMillis(300), folder -> seen.add("let go"));
        slow.during(() -> seen.add("first"));
        Thread tidy = slow.later(FOLDER);
        slow.during(() -> seen.add("second"));
        tidy.join();
        assertEquals(List.of("first", "second"), seen);
    }

    private void change(CountDownLatch begun, CountDownLatch end) {
        try {
            tidying.during(() -> {
                begun.countDown();
                await(end);
                return seen.add("opened anew");
            });
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
