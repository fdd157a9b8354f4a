package nearside.worker.sample.json;

import nearside.engine.schema.JsonSchema;
import nearside.worker.text.TokenBytes.FirstBlank;

/// A schema's mask without a tree: every token is tried by itself, each time.
final class EveryToken {
    private final Patterns patterns = new Patterns();
    private final TokenTrie tokens;
    private Pattern state;

    /// @param tokens asked for their bytes alone
    EveryToken(JsonSchema schema, TokenTrie tokens) {
        this.tokens = tokens;
        JsonGrammar grammar = new JsonGrammar(patterns);
        Pattern value = grammar.value(schema.root());
        boolean dropped = tokens.firstBlank() == FirstBlank.DROPPED;
        state = dropped ? patterns.sequence(grammar.blank(), value) : value;
    }

    /// @param end the token that ends a reply
    void mask(float[] logits, int end) {
        for (int id = 0; id < logits.length; id++) {
            byte[] bytes = tokens.bytes(id);
            boolean may =
                    id == end
                            ? state.matchesEmpty()
                            : bytes.length > 0 && after(bytes) != patterns.nothing();
            if (!may) {
                logits[id] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private Pattern after(byte[] bytes) {
        Pattern next = state;
        for (byte value : bytes) {
            next = patterns.after(next, value & 0xFF);
            if (next == patterns.nothing()) {
                return next;
            }
        }
        return next;
    }

    void wrote(int id) {
        state = after(tokens.bytes(id));
    }
}
