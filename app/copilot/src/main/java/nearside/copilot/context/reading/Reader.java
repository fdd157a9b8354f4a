package nearside.copilot.context.reading;

import nearside.storage.index.Tokens;

import java.util.List;

/// Reads texts for the graph, without a model. For one thread.
public final class Reader {
    private final Terms terms = new Terms();

    public Piece read(String text) {
        List<String> words = Tokens.of(text);
        return new Piece(text, words, terms.of(words), Names.of(text), Pronouns.begin(words));
    }
}
