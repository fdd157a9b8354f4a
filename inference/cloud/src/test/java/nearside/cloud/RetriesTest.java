package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure.Doubt;
import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Obstacle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

class RetriesTest {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final String FAR = "https://far.example:443";

    private static Optional<Duration> pause(Far failure, int tries) {
        return Retries.pause(failure, tries, FIRST, new SplittableRandom(1));
    }

    private static Far refused(int status, Duration asked) {
        return new Far.Refused(FAR, status, "", asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whatPassesIsTriedAgainLaterEachTime(int status) {
        Duration first = pause(refused(status, Duration.ZERO), 1).orElseThrow();
        Duration second = pause(refused(status, Duration.ZERO), 2).orElseThrow();
        assertTrue(first.compareTo(FIRST) >= 0 && first.toMillis() <= 750, first.toString());
        assertTrue(second.toMillis() >= 1_000 && second.toMillis() <= 1_500, second.toString());
        assertEquals(Optional.empty(), pause(refused(status, Duration.ZERO), 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 413, 422, 501, 505})
    void whatIsWrongStaysWrong(int status) {
        assertEquals(Optional.empty(), pause(refused(status, Duration.ZERO), 1));
    }

    @Test
    void theFarSideIsLeftAloneAsLongAsItAsked() {
        Duration asked = Duration.ofSeconds(7);
        assertEquals(Optional.of(asked), pause(refused(429, asked), 1));
    }

    @Test
    void nobodyIsKeptWaitingForMinutes() {
        assertEquals(Optional.empty(), pause(refused(429, Duration.ofSeconds(21)), 1));
    }

    static List<Far> unchanging() {
        return List.of(
                new Far.Unreachable(FAR, Obstacle.NO_ADDRESS),
                new Far.Untrusted(FAR, Doubt.EXPIRED),
                new Far.Redirected(FAR, ""),
                new Far.Garbled(FAR, "a", "b"),
                new Far.Silent(FAR, FIRST),
                new Far.Withheld(FAR, "content_filter"),
                new Far.Resting(FAR, FIRST),
                new Far.NotPermitted(FAR));
    }

    @ParameterizedTest
    @MethodSource("unchanging")
    void theseAreNotTriedAgain(Far failure) {
        assertEquals(Optional.empty(), pause(failure, 1));
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        assertTrue(pause(new Far.CutOff(FAR), 1).isPresent());
        assertTrue(pause(new Far.Unreachable(FAR, Obstacle.NO_CONNECTION), 2).isPresent());
    }
}
