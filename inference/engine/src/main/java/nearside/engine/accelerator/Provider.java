package nearside.engine.accelerator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An execution provider of ONNX Runtime that this program knows how to use.
public enum Provider {
    DIRECTML("DmlExecutionProvider"),
    CUDA("CUDAExecutionProvider"),
    COREML("CoreMLExecutionProvider"),
    WEBGPU("WebGpuExecutionProvider"),
    CPU("CPUExecutionProvider");

    private final String runtimeName;

    Provider(String runtimeName) {
        this.runtimeName = runtimeName;
    }

    /// The name that the runtime gives it.
    public String runtimeName() {
        return runtimeName;
    }

    /// The name in settings and reports, such as `directml`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Provider> of(String word) {
        return Arrays.stream(values()).filter(known -> known.word().equals(word)).findFirst();
    }

    public static Optional<Provider> ofRuntime(String name) {
        return Arrays.stream(values()).filter(known -> known.runtimeName.equals(name)).findFirst();
    }
}
