package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;

import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.worker.RealModels;
import nearside.worker.graph.GraphFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SessionsTest {
    private static final String MODEL = "phi3-tiny-4k";
    private static final int[] IDS = IntStream.range(0, 40).map(i -> 1000 + 7 * i).toArray();

    @Test
    void threadsSpinWhileAReplyIsWritten() throws OrtException {
        try (SessionOptions options = Sessions.options()) {
            assertEquals("1", options.getConfigEntries().get(Sessions.SPINNING));
        }
    }

    private static ModelFolder with(byte[] graph, Path folder) throws Exception {
        try (Stream<Path> files = Files.list(RealModels.folder(MODEL).path())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.delete(folder.resolve("model.onnx"));
        Files.write(folder.resolve("model.onnx"), graph);
        return assertInstanceOf(FolderCheck.Sound.class, ModelFolder.check(folder)).folder();
    }

    private static float[] logits(OnnxModel model) throws OnnxFailure {
        return InPieces.logits(model, IDS, IDS.length, IDS.length);
    }

    @Test
    void graphThatIsRefusedWithItsEditsIsTakenAsItLies(@TempDir Path temp) throws Exception {
        ModelFolder folder = with(GraphFiles.takenOnlyAsItLies(MODEL), temp);
        try (OnnxModel whole = OnnxModel.open(folder);
                OnnxModel cut = OnnxModel.open(RealModels.folder(MODEL))) {
            assertFalse(whole.cutsLogits());
            assertTrue(cut.cutsLogits(), "the other is of the same make");
            assertTrue(whole.roundsByRows());
            assertArrayEquals(logits(cut), logits(whole));
        }
    }

    @Test
    void refusalOfBothIsSaidOnce(@TempDir Path temp) throws Exception {
        ModelFolder folder = with(GraphFiles.bytes(MODEL), temp);
        Files.writeString(temp.resolve("model.onnx"), "no graph");
        OnnxFailure failure = assertThrows(OnnxFailure.class, () -> OnnxModel.open(folder));
        assertTrue(String.valueOf(failure.getMessage()).contains("model.onnx"));
    }
}
