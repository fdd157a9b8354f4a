package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.OutOfMemory;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Campaign;
import nearside.engine.contract.MemoryLimit;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A worker under a memory limit near what it needs: what the estimate lets through is never
/// killed, what it refuses is told in numbers. Three seeds in the everyday run; a campaign by
///
/// `mvn -pl inference/worker -am test -Dtest=MemoryCampaign -Dnearside.seeds=1-200
/// -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledOnOs(OS.LINUX)
class MemoryCampaign {
    private static final long MIB = 1L << 20;

    /// A virtual machine with its libraries needs this before it can say anything.
    private static final long SMALLEST_LIMIT = 160 * MIB;

    @TempDir Path temp;
    private final Campaign campaign =
            Campaign.of("memory.csv", "model,limit_mib,words,outcome,stage,needed_mib,free_mib", 3);

    @Test
    void whatFitsIsNeverKilledAndWhatDoesNotIsToldInNumbers() throws Exception {
        Optional<MemoryLimit> made = MemoryLimit.make();
        assumeTrue(made.isPresent(), "no control group may be made here");
        try (MemoryLimit limit = made.get()) {
            for (long seed : campaign.seeds().toArray()) {
                attempt(limit, seed);
            }
        }
    }

    private void attempt(MemoryLimit limit, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int choice = random.nextInt(8);
        String name =
                choice == 0 ? GoldenCase.MODELS.getFirst() : GoldenCase.MODELS.get(1 + choice % 2);
        ModelFolder model = RealWorker.model(name);
        int words = random.nextInt(1, Math.min(6000, model.shape().window() - 100));
        long bytes = limitNear(random, ModelSize.of(model, KvPrecision.FLOAT32), words);
        limit.set(bytes);
        ReplyEvent last = last(limit, model, words);
        row(seed, name, bytes, words, last);
        switch (last) {
            case Finished _ -> {}
            case Failed(EngineFailure failure) -> checkRefusal(failure, "seed " + seed);
            default -> throw new AssertionError(last);
        }
    }

    /// From too little for the weights to more than enough for all.
    private static long limitNear(SplittableRandom random, ModelSize size, int words) {
        long load = Need.toLoad(size).bytes();
        long answer = Need.toAnswer(size, words, 4).bytes();
        long least = Math.max(SMALLEST_LIMIT, load - 40 * MIB);
        return random.nextLong(least, load + answer + answer / 4 + 40 * MIB);
    }

    private ReplyEvent last(MemoryLimit limit, ModelFolder model, int words) {
        try (LocalEngine engine =
                new LocalEngine(limit.inside(RealWorker.command(temp)), state -> {})) {
            engine.use(model);
            return Pulled.all(engine.answer(prompt(words))).last();
        }
    }

    private static Prompt prompt(int words) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "the ".repeat(words))),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                4);
    }

    private static void checkRefusal(EngineFailure failure, String seed) {
        OutOfMemory memory = assertInstanceOf(OutOfMemory.class, failure, seed);
        assertTrue(memory.neededBytes() > memory.freeBytes(), seed + " " + memory);
    }

    private void row(long seed, String model, long limit, int words, ReplyEvent last)
            throws IOException {
        String outcome =
                switch (last) {
                    case Finished _ -> "answered,,,";
                    case Failed(OutOfMemory(var stage, long needed, long free)) ->
                            "refused,%s,%d,%d".formatted(stage, needed / MIB, free / MIB);
                    case Failed(EngineFailure other) -> other.getClass().getSimpleName() + ",,,";
                    default -> throw new AssertionError(last);
                };
        campaign.row(seed, model, limit / MIB, words, outcome);
    }
}
