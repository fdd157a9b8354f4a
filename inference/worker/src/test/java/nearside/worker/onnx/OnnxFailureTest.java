package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.OutOfMemory;
import nearside.engine.EngineFailure.Stage;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

class OnnxFailureTest {
    @Test
    void theArenasWordsTellHowMuchWasAskedFor() {
        String message =
                "Non-zero status code returned while running ConstantOfShape node. bfc_arena.cc:"
                        + " Failed to allocate memory for requested buffer of size 4398046511104";
        assertEquals(
                new EngineFailure.OutOfMemory(Stage.READ, 4398046511104L, 0),
                new OnnxFailure(message).at(Stage.READ));
    }

    @Test
    void thePlainAllocatorTellsNoNumber() {
        String message = "Error code - ORT_RUNTIME_EXCEPTION - message: std::bad_alloc";
        assertEquals(
                new EngineFailure.OutOfMemory(Stage.READ, 0, 0),
                new OnnxFailure(message).at(Stage.READ));
    }

    /// A graph of one ConstantOfShape, whose output is as large as its input says: 1 TiB here.
    @Test
    void theRealRuntimeThatAsksForTooMuchIsOutOfMemoryAndGoesOn() throws Exception {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OrtSession session = runtime.createSession(constantOfShape())) {
            OrtException refused =
                    assertThrows(OrtException.class, () -> run(runtime, session, 1L << 38));
            OutOfMemory memory =
                    assertInstanceOf(
                            OutOfMemory.class,
                            new OnnxFailure(String.valueOf(refused.getMessage())).at(Stage.WRITE));
            assertEquals(Stage.WRITE, memory.stage());
            run(runtime, session, 8);
        }
    }

    private static void run(OrtEnvironment runtime, OrtSession session, long size)
            throws OrtException {
        try (OnnxTensor shape = OnnxTensor.createTensor(runtime, new long[] {size});
                OrtSession.Result result = session.run(Map.of("s", shape))) {
            assertEquals(1, result.size());
        }
    }

    /// Fields as in onnx.proto: a model is version (1), graph (7) and operator set (8).
    private static byte[] constantOfShape() {
        byte[] node =
                join(field(1, text("s")), field(2, text("y")), field(4, text("ConstantOfShape")));
        byte[] dimension = field(1, new byte[] {8, 1});
        byte[] whole = field(1, join(new byte[] {8, 7}, field(2, dimension)));
        byte[] real = field(1, new byte[] {8, 1});
        byte[] graph =
                join(
                        field(1, node),
                        field(2, text("g")),
                        field(11, join(field(1, text("s")), field(2, whole))),
                        field(12, join(field(1, text("y")), field(2, real))));
        return join(new byte[] {8, 8}, field(7, graph), field(8, new byte[] {16, 13}));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] field(int number, byte[] content) {
        return join(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void anythingElseIsARefusal() {
        assertEquals(
                new EngineFailure.RuntimeRefused(Stage.LOAD, "Protobuf parsing failed."),
                new OnnxFailure("Protobuf parsing failed.").at(Stage.LOAD));
    }

    @Test
    void memoryThatIsNotThereIsOutOfMemory() {
        OnnxFailure failure = assertThrows(OnnxFailure.class, () -> NativeMemory.of(1L << 58));
        assertEquals(
                new EngineFailure.OutOfMemory(Stage.READ, 1L << 58, 0), failure.at(Stage.READ));
    }
}
