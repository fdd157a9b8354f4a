package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.KvScales;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.worker.graph.GraphFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A KV cache of bytes in real ONNX Runtime.
class Int8CacheRunTest {
    static final List<String> MODELS = GraphFiles.MODELS;

    private static final int[] IDS = IntStream.range(0, 96).map(i -> 300 + i * 37).toArray();

    private static ModelFolder folder(String model) {
        Path path = Path.of(System.getProperty("nearside.models"), model);
        return ((FolderCheck.Sound) ModelFolder.check(path)).folder();
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void logitsStayCloseToThoseOfTheExactCache(String name) throws Exception {
        ModelFolder folder = folder(name);
        KvScales scales;
        float[] exact;
        try (OnnxModel model = OnnxModel.open(folder)) {
            scales = Calibration.of(model, List.of(IDS));
            exact = logits(model, 32);
        }
        assertEquals(folder.shape().layers(), scales.layers());
        assertEquals(folder.shape().kvHeads() * folder.shape().headSize(), scales.channels());
        try (OnnxModel model = OnnxModel.open(folder, scales)) {
            float[] close = logits(model, 32);
            assertTrue(correlation(exact, close) > .99, "r = " + correlation(exact, close));
            assertTrue(!Arrays.equals(exact, close), "nothing was rounded");
            assertArrayEquals(close, logits(model, 32), "the same again");
        }
    }

    @Test
    void scalesThatAreTooSmallSpoilTheLogits() throws Exception {
        ModelFolder folder = folder("smollm2-135m-instruct-int4");
        ModelFolder.Shape shape = folder.shape();
        float[] tiny = new float[2 * shape.layers() * shape.kvHeads() * shape.headSize()];
        Arrays.fill(tiny, 1e-4f);
        float[] exact;
        try (OnnxModel model = OnnxModel.open(folder)) {
            exact = logits(model, 96);
        }
        try (OnnxModel model =
                OnnxModel.open(folder, KvScales.of("1.29.0", shape.layers(), tiny).orElseThrow())) {
            assertTrue(correlation(exact, logits(model, 32)) < .95);
        }
    }

    @Test
    void scalesOfAnotherModelAreAFailureThatSaysSo() {
        KvScales other = KvScales.of("1.29.0", 1, new float[] {1, 1}).orElseThrow();
        OnnxFailure refused =
                assertThrows(
                        OnnxFailure.class, () -> OnnxModel.open(folder("phi3-tiny-4k"), other));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("no int8 KV cache: "));
    }

    private static float[] logits(OnnxModel model, int piece) throws OnnxFailure {
        return InPieces.logits(model, IDS, IDS.length, piece);
    }

    private static double correlation(float[] one, float[] other) {
        double oneMean = mean(one);
        double otherMean = mean(other);
        double both = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - oneMean) * (other[i] - otherMean);
            ones += (one[i] - oneMean) * (one[i] - oneMean);
            others += (other[i] - otherMean) * (other[i] - otherMean);
        }
        return both / Math.sqrt(ones * others);
    }

    private static double mean(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
