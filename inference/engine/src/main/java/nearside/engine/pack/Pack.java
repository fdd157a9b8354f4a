package nearside.engine.pack;

import nearside.engine.accelerator.Provider;

import java.nio.file.Path;
import java.util.Objects;

/// A folder with another build of ONNX Runtime than the program's own, for an accelerator. Whether
/// it runs shows when it is loaded.
///
/// @param stamp names, sizes and times of its files: another one when a file was exchanged
public record Pack(Path folder, Provider provider, String stamp) {
    public Pack {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(stamp);
    }
}
