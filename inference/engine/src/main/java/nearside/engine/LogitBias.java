package nearside.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What is added to the logits of single tokens before anything else, by token id.
///
/// @param byId from -100 to 100 each, as in OpenAI's interface: the ends all but forbid a token or
///   all but force it
public record LogitBias(Map<Integer, Double> byId) {
    public static final LogitBias NONE = new LogitBias(Map.of());

    public LogitBias {
        byId = Collections.unmodifiableMap(new TreeMap<>(byId));
        byId.forEach(LogitBias::check);
    }

    private static void check(int id, double bias) {
        if (id < 0) {
            throw new IllegalArgumentException(
                    "logit bias: expected a token id of 0 or more, found " + id);
        }
        if (!(bias >= -100 && bias <= 100)) {
            throw new IllegalArgumentException(
                    "logit bias of token "
                            + id
                            + ": expected a number from -100 to 100, found "
                            + bias);
        }
    }
}
