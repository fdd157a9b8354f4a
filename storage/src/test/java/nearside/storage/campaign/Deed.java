package nearside.storage.campaign;

import java.nio.ByteBuffer;

/// What a session did to its profile's files, or told, in the order in which the kernel saw it.
/// Files are named from the profile; the profile itself has an empty name.
sealed interface Deed {
    record Write(String file, int at, ByteBuffer bytes) implements Deed {}

    record Resize(String file, int size) implements Deed {}

    record Make(String file) implements Deed {}

    record MakeFolder(String folder) implements Deed {}

    record Move(String from, String to) implements Deed {}

    record Unlink(String file) implements Deed {}

    /// Of a file or a folder.
    record Force(String name) implements Deed {}

    record Tell(String line) implements Deed {}
}
