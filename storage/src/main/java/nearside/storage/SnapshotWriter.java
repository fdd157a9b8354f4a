package nearside.storage;

import nearside.storage.snapshot.Growth;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What is being kept of a conversation: there when it is finished, else gone. It ends by itself
/// when the conversation's key is destroyed.
public final class SnapshotWriter implements AutoCloseable {
    private final KvSnapshots all;
    private final String conversation;
    private final Growth growth;

    SnapshotWriter(KvSnapshots all, String conversation, Growth growth) {
        this.all = all;
        this.conversation = conversation;
        this.growth = growth;
    }

    /// Adds data.
    ///
    /// @return whether it was written; if not, nothing is kept
    public boolean write(ByteBuffer data) {
        if (!all.mayKeep(conversation)) {
            close();
            return false;
        }
        try {
            growth.write(data);
            return true;
        } catch (IOException full) {
            close();
            return false;
        }
    }

    /// Keeps it. All data must have been written.
    public void finish() {
        try {
            all.finish(conversation, growth);
        } catch (IOException refused) {
            close();
        }
    }

    /// Takes back what was written, unless it is finished.
    @Override
    public void close() {
        try {
            growth.close();
        } catch (IOException stays) {
            // What stays is cut off when the program starts the next time.
            return;
        }
    }
}
