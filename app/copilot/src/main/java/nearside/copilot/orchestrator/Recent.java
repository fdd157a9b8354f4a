package nearside.copilot.orchestrator;

import nearside.copilot.device.DeviceWatch;
import nearside.copilot.orchestrator.Situation.Lately;
import nearside.copilot.orchestrator.Situation.Where;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// What happened to turns lately, for the decisions to come. May be used by several threads.
final class Recent {
    /// How long a size that ran out of memory is not tried again.
    static final Duration CEILING = Duration.ofHours(1);

    private final LongSupplier nanos;
    private final Map<String, Ceiling> ceilings = new ConcurrentHashMap<>();
    private volatile Where last = Where.HERE;

    private record Ceiling(int tokens, long since) {}

    Recent(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// As it is now. Back from a far side two readings of the memory must agree, or more.
    ///
    /// @param model as its cache is kept
    Lately now(String model, DeviceWatch watch) throws InterruptedException {
        return new Lately(
                last,
                last == Where.FAR ? Optional.of(watch.least()) : Optional.empty(),
                failed(model));
    }

    private OptionalInt failed(String model) {
        Ceiling ceiling = ceilings.get(model);
        return ceiling != null && nanos.getAsLong() - ceiling.since() < CEILING.toNanos()
                ? OptionalInt.of(ceiling.tokens())
                : OptionalInt.empty();
    }

    /// A turn was answered.
    void answered(Where where) {
        last = where;
    }

    /// The model ran out of memory with so many tokens, prompt and reply together.
    void ranOut(String model, int tokens) {
        ceilings.merge(
                model,
                new Ceiling(tokens, nanos.getAsLong()),
                (before, now) -> new Ceiling(Math.min(before.tokens(), now.tokens()), now.since()));
    }
}
