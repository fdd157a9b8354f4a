package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.EngineFailure.Far;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PerseveranceTest {
    private static final DownloadFailure CUT =
            new DownloadFailure.Connection(new Far.CutOff("https://hub.example:443"));

    private static Perseverance of(int most) {
        return new Perseverance(most, Duration.ofNanos(1), () -> false);
    }

    @Test
    void soManyFruitlessTriesAreMade() {
        Perseverance tries = of(3);
        for (int tried = 1; tried < 3; tried++) {
            assertDoesNotThrow(() -> tries.after(new Setback.Passing(CUT)));
        }
        Setback.Lasting last =
                assertThrows(Setback.Lasting.class, () -> tries.after(new Setback.Passing(CUT)));
        assertEquals(CUT, last.failure());
    }

    @Test
    void whatBringsSomethingOnBeginsAnew() {
        Perseverance tries = of(2);
        for (int tried = 0; tried < 10; tried++) {
            assertDoesNotThrow(() -> tries.after(new Setback.Passing(CUT)));
            tries.fruitful();
        }
    }

    @Test
    void aHubThatWantsTooMuchPatienceEndsIt() {
        Duration wish = Perseverance.LONGEST_WISH.plusSeconds(1);
        assertThrows(Setback.Lasting.class, () -> of(8).after(new Setback.Passing(CUT, wish)));
    }

    @Test
    void whoStopsDoesNotWait() {
        Perseverance tries = new Perseverance(8, Duration.ofHours(1), () -> true);
        assertThrows(Setback.Stopped.class, () -> tries.after(new Setback.Passing(CUT)));
    }
}
