package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.device.DeviceWatch;
import nearside.copilot.device.PlayedWatch;
import nearside.copilot.orchestrator.Situation.Lately;
import nearside.copilot.orchestrator.Situation.Where;
import nearside.engine.memory.Memory;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/// What happened lately, with a clock and a memory that follow a script.
class RecentTest {
    private static final Memory MUCH = new Memory(8, 9);
    private static final Memory LITTLE = new Memory(2, 9);

    private final AtomicLong nanos = new AtomicLong();
    private final Recent recent = new Recent(nanos::get);
    private final List<Memory> script = new ArrayList<>();
    private final DeviceWatch watch = PlayedWatch.of(script::removeFirst);

    @Test
    void afterATurnHereTheMemoryOfBeforeDoesNotCount() throws InterruptedException {
        assertEquals(
                new Lately(Where.HERE, Optional.empty(), OptionalInt.empty()),
                recent.now("m", watch));
    }

    @Test
    void afterAFarTurnTheLeastOfTwoReadingsCounts() throws InterruptedException {
        recent.answered(Where.FAR);
        script.addAll(List.of(MUCH, LITTLE));
        assertEquals(Optional.of(LITTLE), recent.now("m", watch).least());
        script.addAll(List.of(LITTLE, MUCH));
        assertEquals(Optional.of(LITTLE), recent.now("m", watch).least());
        script.addAll(List.of(MUCH, MUCH));
        assertEquals(Optional.of(MUCH), recent.now("m", watch).least());
        assertEquals(List.of(), script);
    }

    @Test
    void whatRanOutIsNotTriedForAnHour() throws InterruptedException {
        recent.ranOut("m", 500);
        recent.ranOut("m", 700);
        assertEquals(OptionalInt.of(500), recent.now("m", watch).failed());
        assertEquals(OptionalInt.empty(), recent.now("other", watch).failed());
        nanos.addAndGet(Recent.CEILING.toNanos());
        assertEquals(OptionalInt.empty(), recent.now("m", watch).failed());
        nanos.addAndGet(Duration.ofHours(-1).toNanos());
        assertEquals(Where.HERE, recent.now("m", watch).last());
    }
}
