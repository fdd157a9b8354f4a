package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Non-zero status code returned while running ConstantOfShape node. bfc_arena.cc:"
                        + " Failed to allocate memory for requested buffer of size 4398046511104",
                "Error code - ORT_RUNTIME_EXCEPTION - message: std::bad_alloc"
            })
    void bothWaysToRunOutOfMemoryAreRecognized(String message) {
        assertEquals(
                new EngineFailure.OutOfMemory(Stage.READ), new OnnxFailure(message).at(Stage.READ));
    }

    @Test
    void anythingElseIsARefusal() {
        assertEquals(
                new EngineFailure.RuntimeRefused(Stage.LOAD, "Protobuf parsing failed."),
                new OnnxFailure("Protobuf parsing failed.").at(Stage.LOAD));
    }

    @Test
    void memoryThatIsNotThereIsOutOfMemory() {
        OnnxFailure failure =
                assertThrows(OnnxFailure.class, () -> NativeMemory.of(Long.MAX_VALUE - 4096));
        assertEquals(new EngineFailure.OutOfMemory(Stage.READ), failure.at(Stage.READ));
    }
}
