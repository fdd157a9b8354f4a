package nearside.worker.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.accelerator.Device;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.ModelSize;
import nearside.worker.graph.LogitRows;
import nearside.worker.graph.RotaryLength;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A decoder loaded by ONNX Runtime: weights only, nothing of a conversation.
public final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelFolder folder;
    private final Map<String, NodeInfo> inputs;
    private final Map<String, NodeInfo> outputs;
    private final RunBuffers buffers;

    private final boolean roundsByRows;
    private final NumberType kvType;

    private OnnxModel(OrtEnvironment environment, Sessions.Opened opened, ModelFolder folder)
            throws OrtException, OnnxFailure {
        this.environment = environment;
        this.session = opened.session();
        this.roundsByRows = opened.roundsByRows();
        this.folder = folder;
        this.inputs = session.getInputInfo();
        this.outputs = session.getOutputInfo();
        this.kvType = input(folder.names().inputs().pastKey().formatted(0));
        this.buffers = new RunBuffers(this);
    }

    /// Takes another build of ONNX Runtime from a folder: its library, the one that binds it to
    /// Java, and those of providers, for which the runtime looks beside itself. To be called before
    /// anything is loaded.
    public static void loadFrom(Path folder) {
        System.setProperty("onnxruntime.native.path", folder.toString());
    }

    /// The version of ONNX Runtime. Loads it, and turns its telemetry off, if that is not done yet.
    public static String runtime() {
        return environment().getVersion();
    }

    /// Links what the first run needs of the system; may be called from any thread at any time.
    public static void prepare() {
        Pages.map(1).ifPresent(Pages::unmap);
    }

    /// What this build of the runtime can compute on, such as `CPU`, with blanks between.
    public static String providers() {
        return OrtEnvironment.getAvailableProviders().stream()
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    /// Threads that a model gets on the processor; 0 where the runtime decides.
    public static int threads() {
        return Cores.forModel();
    }

    /// What is there to compute on, of one provider the best first.
    public static List<Device> devices() {
        return Devices.of(environment()).stream().map(Devices.Found::device).distinct().toList();
    }

    private static OrtEnvironment environment() {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        try {
            environment.setTelemetry(false); // Windows; elsewhere ORT_DISABLE_TELEMETRY does it
        } catch (OrtException e) {
            throw new IllegalStateException("telemetry stays on", e);
        }
        return environment;
    }

    /// Loads the weights.
    public static OnnxModel open(ModelFolder folder) throws OnnxFailure {
        OrtEnvironment environment = environment();
        try {
            Sessions.Opened opened = Sessions.open(environment, folder);
            return new OnnxModel(environment, opened, folder);
        } catch (OrtException e) {
            throw new OnnxFailure(String.valueOf(e.getMessage()));
        }
    }

    /// Loads the weights for an accelerator, which [#devices] named.
    public static OnnxModel open(ModelFolder folder, Device accelerator) throws OnnxFailure {
        OrtEnvironment environment = environment();
        Devices.Found found = Devices.find(environment, accelerator);
        try {
            return new OnnxModel(environment, Sessions.open(environment, folder, found), folder);
        } catch (OrtException e) {
            throw new OnnxFailure(String.valueOf(e.getMessage()));
        }
    }

    /// For the runs of one reply.
    public Interruption interruption() throws OnnxFailure {
        try {
            return new Interruption();
        } catch (OrtException e) {
            throw new OnnxFailure(String.valueOf(e.getMessage()));
        }
    }

    /// Loads the weights, for conversations whose KV cache holds bytes of these scales.
    public static OnnxModel open(ModelFolder folder, KvScales scales) throws OnnxFailure {
        OrtEnvironment environment = environment();
        try {
            return new OnnxModel(environment, Sessions.open(environment, folder, scales), folder);
        } catch (OrtException e) {
            throw new OnnxFailure(String.valueOf(e.getMessage()));
        }
    }

    /// Room for one conversation of so many tokens, prompt and reply together.
    public Context context(int capacity) throws OnnxFailure {
        return Context.of(this, capacity);
    }

    public ModelFolder folder() {
        return folder;
    }

    OrtEnvironment ort() {
        return environment;
    }

    OrtSession session() {
        return session;
    }

    /// Whether a run computes logits from the row on that [LogitRows#INPUT] names; else of all
    /// rows.
    boolean cutsLogits() {
        return inputs.containsKey(LogitRows.INPUT);
    }

    /// Whether what is cached of a token depends, in its rounding, on whether it is read in a run
    /// of one row or of many: activations or the cache are of 8 bits.
    public boolean roundsByRows() {
        return roundsByRows;
    }

    /// Whether [RotaryLength#INPUT] chooses the rotary factors; else the length of the mask does,
    /// where there is a choice.
    public boolean choosesRotaryFactors() {
        return inputs.containsKey(RotaryLength.INPUT);
    }

    /// Bytes of keys and values for one token.
    public long kvBytesPerToken() {
        return folder.shape().kvNumbersPerToken() * kvType.bytes();
    }

    /// What decides how much memory a reply takes.
    public ModelSize size() {
        return ModelSize.of(folder, KvPrecision.FLOAT32)
                .withKvBytesPerToken(kvBytesPerToken())
                .withSwitchAt(
                        choosesRotaryFactors() ? OptionalInt.empty() : folder.shape().switchAt())
                .withLogitsPerRow(cutsLogits() ? 0 : folder.shape().vocabulary());
    }

    RunBuffers buffers() {
        return buffers;
    }

    NumberType input(String name) throws OnnxFailure {
        return type(inputs, name);
    }

    NumberType output(String name) throws OnnxFailure {
        return type(outputs, name);
    }

    private static NumberType type(Map<String, NodeInfo> nodes, String name) throws OnnxFailure {
        NodeInfo node = nodes.get(name);
        if (node == null) {
            throw new OnnxFailure("the graph has no input or output named " + name);
        }
        return NumberType.of(node);
    }

    @Override
    public void close() {
        buffers.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("closing the session", e);
        }
    }
}
