package nearside.copilot.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.cloud.download.Progress;
import nearside.cloud.download.Progress.Stage;
import nearside.copilot.downloads.Trip.Standing.Coming;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class RateTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MB = 1_000_000;

    private final Rate rate = new Rate();

    private Coming at(long second, long here, long came) {
        return rate.of(new Progress(Stage.FETCHING, here, 0, 1_000 * MB, came), second * SECOND);
    }

    @Test
    void nobodyCanTellAtTheBeginning() {
        assertEquals(Optional.empty(), at(0, 0, 0).left());
        assertEquals(0, at(0, 10 * MB, 10 * MB).bytesPerSecond());
    }

    @Test
    void whatIsLeftFollowsFromTheLastSeconds() {
        at(0, 0, 0);
        Coming coming = at(5, 100 * MB, 100 * MB);
        assertEquals(20 * MB, coming.bytesPerSecond());
        assertEquals(Optional.of(Duration.ofSeconds(45)), coming.left());
    }

    /// Half of a model was here when it went on, and it was said to come with half a gigabyte a
    /// second.
    @Test
    void whatWasHereBeforeDidNotComeNow() {
        at(0, 0, 0);
        assertEquals(2 * MB, at(5, 510 * MB, 10 * MB).bytesPerSecond());
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        at(0, 0, 0);
        at(5, 500 * MB, 500 * MB);
        assertEquals(0, at(30, 500 * MB, 500 * MB).bytesPerSecond());
    }
}
