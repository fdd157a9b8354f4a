package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;

import org.junit.jupiter.api.Test;

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
