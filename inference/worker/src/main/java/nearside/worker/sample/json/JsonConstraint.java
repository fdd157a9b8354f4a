package nearside.worker.sample.json;

import nearside.engine.schema.JsonSchema;
import nearside.worker.text.TokenBytes.FirstBlank;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;

/// Holds one reply to a schema: of every token, all of its bytes must be able to follow, and the
/// reply ends only where the JSON is complete.
public final class JsonConstraint {
    /// With more patterns than this, those that are no longer needed are forgotten: each may hold a
    /// kilobyte of learned steps.
    private static final int MOST_PATTERNS = 10_000;

    private final Patterns patterns = new Patterns();
    private final TokenTrie tokens;
    private Pattern state;
    private int keepAt = MOST_PATTERNS;

    /// @param tokens must spell JSON
    public JsonConstraint(JsonSchema schema, TokenTrie tokens) {
        this.tokens = tokens;
        JsonGrammar grammar = new JsonGrammar(patterns);
        Pattern value = grammar.value(schema.root());
        state =
                tokens.firstBlank() == FirstBlank.DROPPED
                        ? patterns.sequence(grammar.blank(), value)
                        : value;
    }

    /// Makes every token impossible that may not come next.
    public void mask(float[] logits) {
        BitSet allowed = allowed();
        int id = allowed.nextClearBit(0);
        while (id < logits.length) {
            int end = allowed.nextSetBit(id);
            end = end < 0 ? logits.length : Math.min(end, logits.length);
            Arrays.fill(logits, id, end, Float.NEGATIVE_INFINITY);
            id = allowed.nextClearBit(end);
        }
    }

    private BitSet allowed() {
        @Nullable BitSet known = state.knownTokens();
        if (known != null) {
            return known;
        }
        BitSet made = tokens.allowed(state, patterns);
        state.learnTokens(made);
        return made;
    }

    /// Takes the token that was chosen.
    public void wrote(int id) {
        for (byte value : tokens.bytes(id)) {
            state = patterns.after(state, value & 0xFF);
        }
        if (patterns.count() > keepAt) {
            patterns.keepOnly(state);
            keepAt = patterns.count() + MOST_PATTERNS;
        }
    }
}
