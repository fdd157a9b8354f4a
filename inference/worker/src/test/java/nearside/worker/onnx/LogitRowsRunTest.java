package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.worker.graph.Graph;
import nearside.worker.graph.GraphFiles;
import nearside.worker.graph.LogitRows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
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
        try (PlainLoop whole = new PlainLoop(file, folder);
                PlainLoop head = new PlainLoop(cut, folder)) {
            float[][] all = whole.read(IDS);
            assertEquals(IDS.length, all.length);
            for (int kept : new int[] {40, 17, 5, 3, 2, 1}) {
                int from = IDS.length - kept;
                float[][] rows = head.read(from, IDS);
                head.forget();
                assertEquals(kept, rows.length);
                for (int i = 0; i < kept; i++) {
                    assertArrayEquals(all[from + i], rows[i], kept + " rows, row " + i);
                }
            }
            whole.forget();
            long first = IDS[0];
            assertArrayEquals(whole.read(first)[0], head.read(first)[0]);
        }
    }
}
