package nearside.worker.decode;

import nearside.engine.TokenIds;

import java.io.IOException;

/// Where a reply goes while it is being written.
public interface Pieces {
    /// The prompt fits and is about to be read, all but the first `cached` tokens.
    void reading(TokenIds prompt, int cached) throws IOException;

    /// So many tokens of the prompt are read, and more are to come.
    void read(int tokens) throws IOException;

    /// The next token of the reply; the one that ends it included.
    void wrote(int id, boolean endsReply) throws IOException;

    /// The model computes now, and more tokens come when it is done.
    void pause() throws IOException;
}
