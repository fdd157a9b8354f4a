package nearside.cloud.download;

import nearside.engine.folder.FileNames;

import java.util.Objects;

/// A file of a published model.
///
/// @param name its own, without the folder
public record HubFile(String name, long size, Checksum sum) {
    /// No model of this kind has a larger one.
    static final long LARGEST = 1L << 40;

    public HubFile {
        if (!FileNames.belongs(name)) {
            throw new IllegalArgumentException(
                    "file: expected one of a model, found \"" + name + "\"");
        }
        if (size < 0 || size > LARGEST) {
            throw new IllegalArgumentException("size: expected up to 1 TiB, found " + size);
        }
        Objects.requireNonNull(sum);
    }
}
