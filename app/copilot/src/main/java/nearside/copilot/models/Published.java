package nearside.copilot.models;

import nearside.copilot.catalogue.Offered;
import nearside.copilot.catalogue.Traits;
import nearside.copilot.catalogue.Variant;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.ModelSize;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// A model that its makers publish and that is not on this device yet.
///
/// @param page where people find it
/// @param folder the one folder there that is made for this kind of device
/// @param bytes of that folder
/// @param size of it as far as memory goes
/// @param window the most tokens that it sees, prompt and reply together
public record Published(
        String name, URI page, String folder, long bytes, ModelSize size, int window) {
    private static final long PHI_3_MINI_BYTES = 2_725_453_459L;

    /// 32 layers of 32 heads of 96 numbers, a key and a value each, in four bytes.
    private static final long PHI_3_MINI_KV = 2L * 32 * 32 * 96 * Float.BYTES;

    /// The model that this program is made for, as Microsoft publishes it.
    public static final Published PHI_3_MINI =
            new Published(
                    "Phi-3 mini",
                    URI.create("https://huggingface.co/microsoft/Phi-3-mini-4k-instruct-onnx"),
                    "cpu_and_mobile/cpu-int4-rtn-block-32-acc-level-4",
                    PHI_3_MINI_BYTES,
                    new ModelSize(PHI_3_MINI_BYTES, PHI_3_MINI_KV, 0, 32, OptionalInt.empty()),
                    4_096);

    /// The one that a catalogue offers; empty where its shape is not known, so that nobody can say
    /// how it would get on here.
    public static Optional<Published> of(Offered offered) {
        Variant variant = offered.variant();
        Traits traits = offered.entry().traits();
        return traits.shape()
                .map(shape ->
                        new Published(
                                offered.entry().name(),
                                offered.home().page(variant.source()),
                                variant.source().folder(),
                                variant.bytes(),
                                size(variant.bytes(), shape),
                                traits.window()));
    }

    private static ModelSize size(long bytes, Traits.Shape shape) {
        return new ModelSize(
                bytes,
                shape.kvNumbersPerToken() * Float.BYTES,
                0,
                shape.layers(),
                OptionalInt.empty());
    }

    public Published {
        Objects.requireNonNull(name);
        Objects.requireNonNull(page);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(size);
    }

    /// Whether that is such a model: one of as many layers with as many keys and values.
    public boolean isLike(ModelFolder folder) {
        ModelFolder.Shape shape = folder.shape();
        return shape.layers() == size.layers()
                && shape.kvNumbersPerToken() * Float.BYTES == size.kvBytesPerToken();
    }
}
