package nearside.worker.onnx;

import ai.onnxruntime.OrtException;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /// The arena's words, and ours.
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?:requested buffer of size|" + NativeMemory.NONE_LEFT + ") (\\d{1,18})");

    public OnnxFailure(String problem) {
        super(problem);
    }

    /// Whether ONNX Runtime had too little memory.
    static boolean isOfMemory(OrtException problem) {
        return isOfMemory(String.valueOf(problem.getMessage()));
    }

    private static boolean isOfMemory(String problem) {
        return OUT_OF_MEMORY.stream().anyMatch(problem::contains);
    }

    private static long askedBytes(String problem) {
        Matcher asked = ASKED.matcher(problem);
        return asked.find() ? Long.parseLong(asked.group(1)) : 0;
    }

    /// The failure as the program understands it. Of memory it holds the bytes that were asked for,
    /// where the message tells; whoever knows the device puts in what was free.
    public EngineFailure at(Stage stage) {
        String problem = String.valueOf(getMessage());
        return isOfMemory(problem)
                ? new EngineFailure.OutOfMemory(stage, askedBytes(problem), 0)
                : new EngineFailure.RuntimeRefused(stage, problem);
    }
}
