package nearside.house.broken;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;

import nearside.engine.local.LocalEngine;
import nearside.engine.local.WorkerCommand;

import java.lang.foreign.Linker;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;

/// Constructs and imports what others alone may.
final class BrokenWiring {
    private BrokenWiring() {}

    static LocalEngine engine() {
        return new LocalEngine(new WorkerCommand(List.of("x"), Path.of("x")), _ -> {});
    }

    static void imports(HuggingFaceTokenizer text, OrtEnvironment onnx, Connection sql) {
        Linker.nativeLinker();
    }

    static void interrupt(ExecutorService turns) {
        turns.shutdownNow();
    }
}
