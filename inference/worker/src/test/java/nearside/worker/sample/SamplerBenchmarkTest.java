package nearside.worker.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
        int[] largest =
                chosen(() -> {
                    float[] row = benchmark.copyAlone();
                    int best = 0;
                    for (int id = 0; id < row.length; id++) {
                        best = row[id] > row[best] ? id : best;
                    }
                    return best;
                });
        assertArrayEquals(largest, chosen(benchmark::greedy));
        int[] penalised = chosen(benchmark::greedyPenalised);
        assertEquals(SamplerBenchmark.ROWS, penalised.length);
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
