package nearside.copilot.device;

import nearside.engine.Engine;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Usage;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Measures how fast a model reads and writes before it was ever asked: with prompts of several
/// lengths, a minute at most, and only while it may go on. Nothing of it is kept but the speed.
public final class Calibration {
    /// The longest that it takes.
    static final Duration LONGEST = Duration.ofMinutes(1);

    /// Words of the prompts; about as many tokens.
    private static final List<Integer> SIZES = List.of(100, 400, 1_000);

    private static final int REPLY_LIMIT = 24;
    private static final Duration LOOK = Duration.ofMillis(100);

    /// Why it is measured.
    public enum Occasion {
        /// Nobody knows how fast the model is.
        UNKNOWN,
        /// A person wants it.
        WANTED
    }

    private final Engine engine;
    private final Speeds speeds;
    private final LongSupplier nanos;

    /// @param nanos a clock such as [System#nanoTime]
    public Calibration(Engine engine, Speeds speeds, LongSupplier nanos) {
        this.engine = Objects.requireNonNull(engine);
        this.speeds = Objects.requireNonNull(speeds);
        this.nanos = Objects.requireNonNull(nanos);
    }

    /// Measures.
    ///
    /// @param model by which its speed is known
    /// @param most tokens of a prompt that fit
    /// @param goesOn looked at several times a second
    /// @return how many prompts were measured
    public int run(String model, int most, BooleanSupplier goesOn) throws InterruptedException {
        long begun = nanos.getAsLong();
        int done = 0;
        for (int size : SIZES) {
            boolean inTime =
                    speeds.of(model)
                            .of(size, 0, REPLY_LIMIT)
                            .map(it -> it.lastWord().compareTo(left(begun)) < 0)
                            .orElse(true);
            if (size > most || !inTime || !goesOn.getAsBoolean()) {
                return done;
            }
            Optional<Usage> usage = measured(size, begun, goesOn);
            if (usage.isEmpty()) {
                return done;
            }
            speeds.measured(model, usage.get());
            done++;
        }
        return done;
    }

    private Duration left(long begun) {
        return LONGEST.minusNanos(nanos.getAsLong() - begun);
    }

    /// Empty when it did not come to its end.
    private Optional<Usage> measured(int size, long begun, BooleanSupplier goesOn)
            throws InterruptedException {
        try (Reply reply = engine.answer(prompt(size))) {
            Optional<ReplyEvent> end = Optional.empty();
            while (end.isEmpty() && goesOn.getAsBoolean() && !left(begun).isNegative()) {
                end = reply.next(LOOK).filter(Calibration::isEnd);
            }
            return end.flatMap(Calibration::usage);
        }
    }

    private static boolean isEnd(ReplyEvent event) {
        return event instanceof ReplyEvent.Finished || event instanceof ReplyEvent.Failed;
    }

    private static Optional<Usage> usage(ReplyEvent end) {
        return end instanceof ReplyEvent.Finished(Finish finish, Usage usage)
                        && finish != Finish.STOP
                ? Optional.of(usage)
                : Optional.empty();
    }

    /// Of no conversation: nothing of it is kept.
    private static Prompt prompt(int size) {
        StringBuilder text = new StringBuilder("Go on counting.");
        for (int i = 0; i < size / 2; i++) {
            text.append(i % 10 == 0 ? "\n" : " ").append(i);
        }
        return new Prompt(
                List.of(new Line(Role.USER, text.toString())),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                REPLY_LIMIT);
    }
}
