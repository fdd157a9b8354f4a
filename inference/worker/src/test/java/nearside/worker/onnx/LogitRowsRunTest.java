package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.worker.graph.Graph;
import nearside.worker.graph.GraphFiles;
import nearside.worker.graph.LogitRows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// The cut head in real ONNX Runtime: the rows that are kept are the same bit for bit, as long as
/// there are two of them.
class LogitRowsRunTest {
    static final List<String> MODELS = GraphFiles.MODELS;

    private static final long[] IDS = LongStream.range(0, 40).map(i -> 300 + i * 37).toArray();

    @ParameterizedTest
    @FieldSource("MODELS")
    void rowsThatAreKeptHaveTheSameBits(String model) throws Exception {
        byte[] file = GraphFiles.bytes(model);
        Path folder = Path.of(System.getProperty("nearside.models"), model);
        byte[] cut = LogitRows.cut(Graph.read(file), "logits").write();
        try (WholeRun whole = new WholeRun(file, folder);
                WholeRun head = new WholeRun(cut, folder)) {
            float[][] all = whole.logits(IDS, 0);
            assertEquals(IDS.length, all.length);
            for (int kept : new int[] {40, 17, 5, 3, 2, 1}) {
                int from = IDS.length - kept;
                float[][] rows = head.logits(IDS, from);
                assertEquals(kept, rows.length);
                for (int i = 0; i < kept; i++) {
                    assertArrayEquals(all[from + i], rows[i], kept + " rows, row " + i);
                }
            }
            assertArrayEquals(
                    whole.logits(Arrays.copyOf(IDS, 1), 0)[0],
                    head.logits(Arrays.copyOf(IDS, 1), 0)[0]);
        }
    }
}
