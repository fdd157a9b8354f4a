package nearside.worker.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

import nearside.engine.folder.ModelFolder;
import nearside.worker.graph.EditedGraph;
import nearside.worker.graph.GraphException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens sessions: with the graph edited in memory where that can be done, else as it lies in its
/// folder. The folder itself is never written to.
final class Sessions {
    /// Where ONNX Runtime looks for the weights of a graph that it gets as bytes.
    private static final String WEIGHTS_FOLDER =
            "session.model_external_initializers_file_folder_path";

    /// Larger graphs hold their weights themselves: two copies of them would be too much.
    private static final long MOST_BYTES_EDITED = 96L << 20;

    private Sessions() {}

    /// @param roundsActivations whether its products round activations to 8 bits; taken for true
    ///   where the graph cannot be read
    record Opened(OrtSession session, boolean roundsActivations) {}

    static Opened open(OrtEnvironment environment, ModelFolder folder) throws OrtException {
        Path file = folder.path().resolve(folder.names().onnxFile());
        try (SessionOptions options = options()) {
            try {
                EditedGraph graph = edited(file, folder);
                options.addConfigEntry(WEIGHTS_FOLDER, folder.path().toString());
                return new Opened(
                        environment.createSession(graph.bytes(), options),
                        graph.roundsActivations());
            } catch (GraphException | IOException asItIs) {
                return new Opened(environment.createSession(file.toString(), options), true);
            }
        }
    }

    private static EditedGraph edited(Path file, ModelFolder folder)
            throws IOException, GraphException {
        if (Files.size(file) > MOST_BYTES_EDITED) {
            throw new IOException("too large");
        }
        return EditedGraph.of(Files.readAllBytes(file), folder.names());
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
