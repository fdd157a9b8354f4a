package nearside.worker.text;

import nearside.engine.Prompt;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;

/// The text side of a model: its chat template and its tokenizer. The only place that imports DJL.
public final class ModelText implements AutoCloseable {

    /// Opens `tokenizer.json` and the chat template of `tokenizer_config.json`.
    public static ModelText open(ModelFolder folder) {
        throw new UnsupportedOperationException();
    }

    /// Renders the prompt by the model's own template and tokenizes it.
    public TokenIds encode(Prompt prompt) {
        throw new UnsupportedOperationException();
    }

    /// Tokens of a plain text, special tokens off.
    public int count(String text) {
        throw new UnsupportedOperationException();
    }

    /// Turns the ids of one reply into text as they come.
    public StreamedText stream() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
