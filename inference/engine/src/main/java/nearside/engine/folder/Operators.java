package nearside.engine.folder;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which operators a graph may use: those that ONNX Runtime brings itself and that its processor
/// provider can run.
final class Operators {
    /// A finished program for one device, or the name of a file that its driver would load.
    static final String COMPILED = "EPContext";

    private static final Set<String> OWN = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft");

    /// Domains that belong to one provider.
    private static final Map<String, String> FOREIGN =
            Map.of(
                    "com.microsoft.dml", "DirectML",
                    "com.amd", "AMD",
                    "com.ryzenai", "RyzenAI",
                    "com.xilinx", "VitisAI",
                    "com.qti.aisw", "QNN",
                    "org.openvinotoolkit", "OpenVINO",
                    "trt.plugins", "TensorRT");

    /// Operators of `com.microsoft` with a kernel for CUDA and none for the processor, by the
    /// runtime's own `OperatorKernels.md`.
    private static final Set<String> CUDA_ALONE =
            Set.of(
                    "DecoderMaskedSelfAttention",
                    "GemmFloat8",
                    "GemmaRotaryEmbedding",
                    "LongformerAttention",
                    "PackedAttention",
                    "PackedMultiHeadAttention",
                    "PagedAttention",
                    "RemovePadding",
                    "RestorePadding");

    private Operators() {}

    /// Refuses what cannot run here.
    ///
    /// @param source what the node says of its maker; empty for nothing
    /// @param madeFor the provider that the configuration names
    static void check(String domain, String op, String source, Optional<String> madeFor)
            throws Flawed {
        if (op.equals(COMPILED)) {
            throw madeFor(madeFor.orElse(maker(source)));
        }
        if (FOREIGN.containsKey(domain)) {
            throw madeFor(FOREIGN.get(domain));
        }
        if (!OWN.contains(domain) && !domain.startsWith("com.microsoft.")) {
            throw new Flawed(
                    new FolderFlaw.Unsupported("operators of the domain \"" + domain + "\""));
        }
        if (domain.equals("com.microsoft") && CUDA_ALONE.contains(op)) {
            throw madeFor("CUDA");
        }
    }

    private static String maker(String source) {
        return source.matches("[A-Za-z0-9_]{1,40}")
                ? source.replaceFirst("(.)ExecutionProvider$", "$1")
                : "an unnamed device";
    }

    private static Flawed madeFor(String provider) {
        return new Flawed(new FolderFlaw.MadeFor(provider));
    }
}
