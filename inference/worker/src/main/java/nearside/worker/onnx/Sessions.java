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

    static final String SPINNING = "session.intra_op.allow_spinning";

    private static final String NO_INT8 = "no int8 KV cache: ";

    private Sessions() {}

    /// @param roundsByRows whether what is cached of a token is rounded differently in a run of one
    ///   row and in one of many: so where products or the cache round to 8 bits; taken for true
    ///   where the graph cannot be read
    record Opened(OrtSession session, boolean roundsByRows) {}

    static Opened open(OrtEnvironment environment, ModelFolder folder) throws OrtException {
        Optional<EditedGraph> graph = edited(folder);
        return new Opened(
                open(environment, folder, graph, Options.NONE),
                graph.map(EditedGraph::roundsActivations).orElse(true));
    }

    /// On an accelerator. Its kernels round by the shape of a run, whatever the graph says.
    static Opened open(OrtEnvironment environment, ModelFolder folder, Devices.Found accelerator)
            throws OrtException {
        Options options = session -> Devices.use(accelerator, session);
        return new Opened(open(environment, folder, edited(folder), options), true);
    }

    /// An edited graph that the runtime does not take is tried as it lies, unless memory is what
    /// lacks; the refusal of both is the first.
    private static OrtSession open(
            OrtEnvironment environment,
            ModelFolder folder,
            Optional<EditedGraph> graph,
            Options options)
            throws OrtException {
        if (graph.isEmpty()) {
            return open(environment, file(folder), options);
        }
        try {
            return open(environment, folder, graph.get().bytes(), options);
        } catch (OrtException edited) {
            if (OnnxFailure.isOfMemory(edited)) {
                throw edited;
            }
            return asItLies(environment, folder, options, edited);
        }
    }

    private static OrtSession asItLies(
            OrtEnvironment environment, ModelFolder folder, Options options, OrtException edited)
            throws OrtException {
        try {
            return open(environment, file(folder), options);
        } catch (OrtException alsoRefused) {
            edited.addSuppressed(alsoRefused);
            throw edited;
        }
    }

    private static Path file(ModelFolder folder) {
        return folder.path().resolve(folder.names().onnxFile());
    }

    /// What an accelerator wants of a session beside the usual options.
    private interface Options {
        /// Those of the processor.
        Options NONE = _ -> {};

        void add(SessionOptions options) throws OrtException;
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
            return new Opened(open(environment, folder, bytes, Options.NONE), true);
        } catch (GraphException e) {
            throw new OnnxFailure(NO_INT8 + e.getMessage());
        }
    }

    private static OrtSession open(OrtEnvironment environment, Path file, Options more)
            throws OrtException {
        try (SessionOptions options = options()) {
            more.add(options);
            return environment.createSession(file.toString(), options);
        }
    }

    private static OrtSession open(
            OrtEnvironment environment, ModelFolder folder, byte[] graph, Options more)
            throws OrtException {
        try (SessionOptions options = options()) {
            more.add(options);
            options.addConfigEntry(WEIGHTS_FOLDER, folder.path().toString());
            return environment.createSession(graph, options);
        }
    }

    /// Empty where the graph cannot be read or is not one: ONNX Runtime says then what is wrong.
    private static Optional<EditedGraph> edited(ModelFolder folder) {
        Path file = file(folder);
        try {
            return Files.size(file) > MOST_BYTES_EDITED
                    ? Optional.empty()
                    : Optional.of(EditedGraph.of(Files.readAllBytes(file), folder.names()));
        } catch (GraphException | IOException asItIs) {
            return Optional.empty();
        }
    }

    /// Without the arena nothing is slower and long prompts peak lower. Threads spin between the
    /// steps of a reply, which come every few milliseconds, and sleep soon after the last one.
    static SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.addConfigEntry(SPINNING, "1");
        options.setIntraOpNumThreads(Cores.forModel());
        options.setInterOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        return options;
    }
}
