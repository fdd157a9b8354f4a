package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Lately;
import nearside.copilot.orchestrator.Situation.Where;
import nearside.engine.memory.Memory;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What happened to turns lately, for the decisions to come. May be used by several threads.
final class Recent {
    /// How long a size that ran out of memory is not tried again.
    static final Duration CEILING = Duration.ofHours(1);

    /// Between the two readings that must agree before a conversation comes back.
    private static final Duration APART = Duration.ofMillis(200);

    private final LongSupplier nanos;
    private final Pause pause;
    private final Map<String, Ceiling> ceilings = new ConcurrentHashMap<>();
    private volatile Where last = Where.HERE;

    private record Ceiling(int tokens, long since) {}

    /// Passes time.
    interface Pause {
        void pass(Duration time) throws InterruptedException;
    }

    Recent(LongSupplier nanos) {
        this(nanos, Thread::sleep);
    }

    Recent(LongSupplier nanos, Pause pause) {
        this.nanos = nanos;
        this.pause = pause;
    }

    /// As it is now. Back from a far side the memory is read twice.
    ///
    /// @param model as its cache is kept
    Lately now(String model, Supplier<Memory> memory) throws InterruptedException {
        return new Lately(
                last, last == Where.FAR ? twice(memory) : Optional.empty(), failed(model));
    }

    private Optional<Memory> twice(Supplier<Memory> memory) throws InterruptedException {
        Memory first = memory.get();
        pause.pass(APART);
        Memory second = memory.get();
        return Optional.of(first.freeBytes() < second.freeBytes() ? first : second);
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
