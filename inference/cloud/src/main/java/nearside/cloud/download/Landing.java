package nearside.cloud.download;

import java.io.IOException;
import java.util.Optional;

/// The place where a model arrives: nobody looks for models there.
public interface Landing {
    /// What was to be fetched when it was last tried; empty for nothing.
    Optional<byte[]> plan() throws IOException;

    /// Keeps what is to be fetched. It is on disk when this returns.
    void keep(byte[] plan) throws IOException;

    /// Whether the file is here whole and was verified.
    boolean has(String name, long size) throws IOException;

    /// The file, with what is here of it. One at a time for each name.
    LandingFile open(String name, long size) throws IOException;

    /// Forgets what is here of that file.
    void drop(String name) throws IOException;

    /// Bytes that can still be written.
    long freeBytes() throws IOException;
}
