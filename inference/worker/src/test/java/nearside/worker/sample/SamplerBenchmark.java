package nearside.worker.sample;

import nearside.engine.Sampling;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What choosing one token costs over the vocabularies of the starter and of Phi-3, beside sorting
/// all of it. Every figure holds the copy of a row, which is measured by itself, too.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SamplerBenchmark {
    static final int ROWS = 16;
    static final int REPLY = 200;
    private static final Sampling DRAWN =
            Sampling.GREEDY.withTemperature(0.8).withTopK(40).withTopP(0.95).withSeed(1);
    private static final Sampling MIN_P =
            Sampling.GREEDY.withTemperature(1).withMinP(0.05).withSeed(1);

    @Param({"49152", "32064"})
    int vocabulary;

    private float[][] rows = {};
    private float[] logits = {};
    private int row;
    private final Sampler greedy = sampler(Sampling.GREEDY);
    private final Sampler penalised = sampler(Sampling.GREEDY.withRepetitionPenalty(1.08));
    private final Sampler drawn = sampler(DRAWN);
    private final Sampler minP = sampler(MIN_P);
    private final SortingSampler drawnSorting = new SortingSampler(DRAWN);
    private final SortingSampler minPSorting = new SortingSampler(MIN_P);

    private static Sampler sampler(Sampling sampling) {
        return new Sampler(sampling, Optional.empty());
    }

    /// Writes a reply first, so that there is something to penalise.
    @Setup
    public void begin() {
        rows = RandomLogits.rows(REPLY, vocabulary);
        for (float[] one : rows) {
            penalised.next(one.clone());
        }
        rows = RandomLogits.rows(ROWS, vocabulary);
        logits = new float[vocabulary];
    }

    @Benchmark
    public float[] copyAlone() {
        row = (row + 1) % ROWS;
        System.arraycopy(rows[row], 0, logits, 0, vocabulary);
        return logits;
    }

    @Benchmark
    public int greedy() {
        return greedy.next(copyAlone());
    }

    @Benchmark
    public int greedyPenalised() {
        return penalised.next(copyAlone());
    }

    @Benchmark
    public int drawn() {
        return drawn.next(copyAlone());
    }

    @Benchmark
    public int drawnSorting() {
        return drawnSorting.next(copyAlone());
    }

    @Benchmark
    public int minP() {
        return minP.next(copyAlone());
    }

    @Benchmark
    public int minPSorting() {
        return minPSorting.next(copyAlone());
    }
}
