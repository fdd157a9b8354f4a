package nearside.worker.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

import nearside.engine.KvScales;
import nearside.engine.folder.ModelFolder;
import nearside.worker.graph.EditedGraph;
import nearside.worker.graph.GraphException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opens sessions: with the graph edited in memory where that can be done, else as it lies in its
/// folder. The folder itself is never written to.
final class Sessions {
    /// Where ONNX Runtime looks for the weights of a graph that it gets as bytes.
    private static final String WEIGHTS_FOLDER =
            "session.model_external_initializers_file_folder_path";

    /// Larger graphs hold their weights themselves: two copies of them would be too much.
    private static final long MOST_BYTES_EDITED = 96L << 20;

    private static final String NO_INT8 = "no int8 KV cache: ";

    private Sessions() {}

    /// @param roundsByRows whether what is cached of a token is rounded differently in a run of one
    ///   row and in one of many: so where products or the cache round to 8 bits; taken for true
    ///   where the graph cannot be read
    record Opened(OrtSession session, boolean roundsByRows) {}

    static Opened open(OrtEnvironment environment, ModelFolder folder) throws OrtException {
        Optional<EditedGraph> graph = edited(folder);
        return graph.isPresent()
                ? new Opened(
                        open(environment, folder, graph.get().bytes()),
                        graph.get().roundsActivations())
                : new Opened(
                        open(environment, folder.path().resolve(folder.names().onnxFile())), true);
    }

    /// With a KV cache of bytes.
    static Opened open(OrtEnvironment environment, ModelFolder folder, KvScales scales)
            throws OrtException, OnnxFailure {
        try {
            EditedGraph graph =
                    edited(folder)
                            .orElseThrow(
                                    () -> new OnnxFailure(NO_INT8 + "its graph is not edited"));
            byte[] bytes = graph.withInt8Cache(folder, scales).bytes();
            return new Opened(open(environment, folder, bytes), true);
        } catch (GraphException e) {
            throw new OnnxFailure(NO_INT8 + e.getMessage());
        }
    }

    private static OrtSession open(OrtEnvironment environment, Path file) throws OrtException {
        try (SessionOptions options = options()) {
            return environment.createSession(file.toString(), options);
        }
    }

    private static OrtSession open(OrtEnvironment environment, ModelFolder folder, byte[] graph)
            throws OrtException {
        try (SessionOptions options = options()) {
            options.addConfigEntry(WEIGHTS_FOLDER, folder.path().toString());
            return environment.createSession(graph, options);
        }
    }

    /// Empty where the graph cannot be read or is not one: ONNX Runtime says then what is wrong.
    private static Optional<EditedGraph> edited(ModelFolder folder) {
        Path file = folder.path().resolve(folder.names().onnxFile());
        try {
            return Files.size(file) > MOST_BYTES_EDITED
                    ? Optional.empty()
                    : Optional.of(EditedGraph.of(Files.readAllBytes(file), folder.names()));
        } catch (GraphException | IOException asItIs) {
            return Optional.empty();
        }
    }

    /// Without the arena nothing is slower and long prompts peak lower.
    private static SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(Cores.forModel());
        options.setInterOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        return options;
    }
}
