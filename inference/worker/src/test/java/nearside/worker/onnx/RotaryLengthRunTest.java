package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.stream.IntStream;

/// A long-context model whose rotary factors an input chooses, in real ONNX Runtime.
class RotaryLengthRunTest {
    private static final float CLOSE = 1e-4f;

    private static ModelFolder folder(String name) {
        Path path = Path.of(System.getProperty("nearside.models"), name);
        return ((FolderCheck.Sound) ModelFolder.check(path)).folder();
    }

    private static final int[] IDS =
            IntStream.range(0, 4347).map(i -> 1000 + i * 7 % 20_000).toArray();

    @Test
    void longPromptInPiecesGetsTheLogitsOfOneRun() throws Exception {
        try (OnnxModel model = OnnxModel.open(folder("phi3-tiny-128k"))) {
            assertTrue(model.choosesRotaryFactors());
            float[] whole = inPieces(model, IDS.length, IDS.length);
            assertArrayEquals(whole, inPieces(model, IDS.length, 256), CLOSE);
            assertArrayEquals(whole, inPieces(model, IDS.length, 1000), CLOSE);
            assertTrue(distance(whole, inPieces(model, 0, 256)) > 1, "the check cannot fail");
        }
    }

    @Test
    void modelWithOneSetOfFactorsHasNoSuchInput() throws Exception {
        try (OnnxModel model = OnnxModel.open(folder("phi3-tiny-4k"))) {
            assertFalse(model.choosesRotaryFactors());
            assertTrue(model.cutsLogits());
        }
    }

    private static float[] inPieces(OnnxModel model, int rotaryLength, int piece)
            throws OnnxFailure {
        return InPieces.logits(model, IDS, rotaryLength, piece);
    }

    private static float distance(float[] one, float[] other) {
        float largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }
}
