package nearside.worker.decode;

import nearside.engine.TokenIds;

import java.io.IOException;

/// Where a reply goes while it is being written.
public interface Pieces {
    /// The next token of the reply; the one that ends it included.
    void wrote(int id, boolean endsReply) throws IOException;

    /// The prompt fits and is about to be read.
    void reading(TokenIds prompt) throws IOException;
}
