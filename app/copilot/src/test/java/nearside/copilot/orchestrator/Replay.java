package nearside.copilot.orchestrator;

import nearside.copilot.device.PlayedWatch;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Asked;
import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Lately;
import nearside.copilot.orchestrator.Situation.Model;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.copilot.orchestrator.Situation.Where;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The decisions of a trace, one turn after the other, each with what the one before left behind: a
/// loaded Phi-3-mini on 16 GiB, one far side, and a person who says yes.
final class Replay {
    private static final long MIB = 1L << 20;
    private static final ModelSize PHI3 =
            new ModelSize(2600 * MIB, 768 * 1024, 32_064, 32, OptionalInt.empty());
    private static final Model LOADED =
            new Model.Present("phi3", PHI3, 4_096, Weights.LOADED, Cache.FLOAT32);
    private static final long TURN = Duration.ofMinutes(1).toNanos();

    private final Hysteresis hysteresis;
    private final AtomicLong now = new AtomicLong();
    private final Recent recent = new Recent(now::get);
    private final List<Answered> answered = new ArrayList<>();

    /// Whether what happened before counts.
    enum Hysteresis {
        AS_IT_IS,
        NONE
    }

    /// A turn that came to its end.
    record Answered(Where where, Decision decision) {}

    private Replay(Hysteresis hysteresis) {
        this.hysteresis = hysteresis;
    }

    static List<Answered> of(Trace trace, Hysteresis hysteresis) throws InterruptedException {
        Replay replay = new Replay(hysteresis);
        for (Trace.Step step : trace.steps()) {
            replay.turn(step);
        }
        return List.copyOf(replay.answered);
    }

    private void turn(Trace.Step step) throws InterruptedException {
        now.addAndGet(TURN);
        Decision decision = decide(step, LOADED);
        if (step.event() == Trace.Event.WORKER_DIES && where(decision) == Where.HERE) {
            decision = decide(step, new Model.Absent());
        }
        recent.answered(where(decision));
        answered.add(new Answered(where(decision), decision));
    }

    private Decision decide(Trace.Step step, Model model) throws InterruptedException {
        Iterator<Memory> readings =
                step.freeMib().stream().map(mib -> new Memory(mib * MIB, 16_384 * MIB)).iterator();
        Supplier<Memory> memory = readings::next;
        Lately before =
                switch (hysteresis) {
                    case AS_IT_IS -> recent.now("phi3", PlayedWatch.of(memory));
                    case NONE -> Lately.NOTHING;
                };
        return Decision.of(
                new Situation(
                        model,
                        new Asked(
                                new Tokens(step.prompt(), Certainty.COUNTED),
                                step.least(),
                                step.reply()),
                        memory.get(),
                        Pace.UNKNOWN,
                        new Beyond.Open("far", 100_000),
                        before));
    }

    private static Where where(Decision decision) {
        return switch (decision.target()) {
            case Target.Local _ -> Where.HERE;
            case Target.Far _, Target.Choose _ -> Where.FAR;
            case Target.Stop _ -> throw new IllegalStateException("no answer: " + decision);
        };
    }

    /// How often the next turn was answered elsewhere than the one before.
    static int flips(List<Answered> turns) {
        int flips = 0;
        for (int i = 1; i < turns.size(); i++) {
            flips += turns.get(i).where() == turns.get(i - 1).where() ? 0 : 1;
        }
        return flips;
    }
}
