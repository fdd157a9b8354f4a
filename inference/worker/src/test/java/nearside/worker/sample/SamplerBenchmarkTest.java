package nearside.worker.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntSupplier;

/// What is measured is right: the sampler chooses as its naive peer does.
class SamplerBenchmarkTest {
    private static final int VOCABULARY = 49_152;

    private final SamplerBenchmark benchmark = new SamplerBenchmark();

    @BeforeEach
    void begin() {
        benchmark.vocabulary = VOCABULARY;
        benchmark.begin();
    }

    private static int[] chosen(IntSupplier benchmark) {
        int[] ids = new int[SamplerBenchmark.ROWS];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = benchmark.getAsInt();
        }
        return ids;
    }

    @Test
    void copiesOneRowAfterTheOther() {
        float[][] rows = RandomLogits.rows(SamplerBenchmark.ROWS, VOCABULARY);
        for (int i = 1; i < rows.length; i++) {
            assertArrayEquals(rows[i], benchmark.copyAlone());
        }
    }

    @Test
    void greedyIsTheLargestOfAll() {
        int[] largest = chosen(() -> largest(benchmark.copyAlone(), Set.of()));
        assertArrayEquals(largest, chosen(benchmark::greedy));
    }

    @Test
    void whatWasWrittenIsPenalised() {
        Set<Integer> written = new HashSet<>();
        for (float[] row : RandomLogits.rows(SamplerBenchmark.REPLY, VOCABULARY)) {
            written.add(largest(row, written));
        }
        int[] naive =
                chosen(() -> {
                    int id = largest(benchmark.copyAlone(), written);
                    written.add(id);
                    return id;
                });
        assertArrayEquals(naive, chosen(benchmark::greedyPenalised));
    }

    /// The first of the largest, where positive logits of what was written count less.
    private static int largest(float[] row, Set<Integer> written) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int id = 0; id < row.length; id++) {
            float logit = written.contains(id) ? (float) (row[id] / 1.08) : row[id];
            if (logit > most) {
                most = logit;
                best = id;
            }
        }
        return best;
    }

    @Test
    void whatIsDrawnIsWhatSortingDraws() {
        int[] drawn = chosen(benchmark::drawn);
        assertArrayEquals(drawn, chosen(benchmark::drawnSorting));
        assertArrayEquals(chosen(benchmark::minP), chosen(benchmark::minPSorting));
        Set<Integer> different = new HashSet<>();
        for (int id : drawn) {
            different.add(id);
        }
        assertTrue(different.size() > 1, "nothing is drawn");
    }
}
