package nearside.worker.onnx;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;

import java.util.List;

/// ONNX Runtime refused to load a model or to run a step of it.
public final class OnnxFailure extends Exception {
    private static final long serialVersionUID = 1;

    /// ONNX Runtime has no code of its own for this: the arena says the first, the plain allocator
    /// the second, and we the third.
    private static final List<String> OUT_OF_MEMORY =
            List.of(
                    "Failed to allocate memory for requested buffer",
                    "std::bad_alloc",
                    NativeMemory.NONE_LEFT);

    public OnnxFailure(String problem) {
        super(problem);
    }

    /// The failure as the program understands it.
    public EngineFailure at(Stage stage) {
        String problem = String.valueOf(getMessage());
        return OUT_OF_MEMORY.stream().anyMatch(problem::contains)
                ? new EngineFailure.OutOfMemory(stage)
                : new EngineFailure.RuntimeRefused(stage, problem);
    }
}
