package nearside.engine.local;

import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.accelerator.Device;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelHash;

import java.io.IOException;
import java.util.Optional;

/// Gives the worker the scales that it found before.
final class KvScaling {
    private final ScaleShelf shelf;

    KvScaling(ScaleShelf shelf) {
        this.shelf = shelf;
    }

    Frame.Open order(
            ModelFolder folder, KvPrecision kv, Optional<Device> accelerator, long loadBytes) {
        Optional<KvScales> scales =
                switch (kv) {
                    case FLOAT32 -> Optional.empty();
                    case INT8 -> hash(folder).flatMap(shelf::find);
                };
        return new Frame.Open(folder.path().toString(), kv, scales, accelerator, loadBytes);
    }

    void keep(ModelFolder folder, KvScales scales) {
        hash(folder).ifPresent(hash -> shelf.keep(hash, scales));
    }

    /// Empty when the folder cannot be read: the worker says then what is wrong with it.
    private static Optional<String> hash(ModelFolder folder) {
        try {
            return Optional.of(ModelHash.of(folder));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
