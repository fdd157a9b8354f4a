package nearside.cloud;

import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Obstacle;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Whether and when a far side is asked again after it failed before its first word.
final class Retries {
    static final int MOST = 3;

    /// Longer than this nobody is kept waiting: the person is told instead.
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /// The far side's trouble of the moment; what is wrong with the request stays wrong.
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private Retries() {}

    /// How long to wait before the next try; empty for none.
    ///
    /// @param tries that were made
    /// @param first the pause before the second try
    static Optional<Duration> pause(
            Far failure, int tries, Duration first, RandomGenerator random) {
        if (tries >= MOST) {
            return Optional.empty();
        }
        Duration usual = first.multipliedBy(1L << (tries - 1));
        Duration jittered = usual.plusNanos(random.nextLong(1 + usual.toNanos() / 2));
        return switch (failure) {
            case Far.Refused(var _, int status, var _, Duration asked)
                    when PASSING.contains(status) ->
                    Optional.of(asked.compareTo(jittered) > 0 ? asked : jittered)
                            .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
            case Far.Unreachable(var _, Obstacle obstacle) when obstacle != Obstacle.NO_ADDRESS ->
                    Optional.of(jittered);
            case Far.CutOff _ -> Optional.of(jittered);
            case Far.Refused _,
                    Far.Unreachable _,
                    Far.Untrusted _,
                    Far.Redirected _,
                    Far.Garbled _,
                    Far.Silent _,
                    Far.Withheld _,
                    Far.Resting _,
                    Far.NotPermitted _ ->
                    Optional.empty();
        };
    }

    /// Whether a failure says that the far side is in trouble, not the request.
    static boolean isTrouble(Far failure) {
        return switch (failure) {
            case Far.Refused(var _, int status, var _, var _) -> PASSING.contains(status);
            case Far.Unreachable _, Far.CutOff _, Far.Silent _, Far.Garbled _ -> true;
            case Far.Untrusted _,
                    Far.Redirected _,
                    Far.Withheld _,
                    Far.Resting _,
                    Far.NotPermitted _ ->
                    false;
        };
    }
}
