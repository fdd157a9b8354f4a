package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.Engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/// Counts tokens with the engine's tokenizer, or estimates them from bytes while it is not there.
final class TokenCount {
    /// Bytes of UTF-8 for each token: English runs at about 4, CJK text at 2 to 3.
    private static final int BYTES_PER_TOKEN = 3;

    private TokenCount() {}

    static Tokens of(Engine engine, List<String> texts) {
        int sum = 0;
        Certainty certainty = Certainty.COUNTED;
        for (String text : texts) {
            OptionalInt counted =
                    certainty == Certainty.COUNTED ? engine.count(text) : OptionalInt.empty();
            if (counted.isEmpty()) {
                certainty = Certainty.ESTIMATED;
            }
            sum = Math.addExact(sum, counted.orElseGet(() -> estimate(text)));
        }
        return new Tokens(sum, certainty);
    }

    static int estimate(String text) {
        return estimate(text.getBytes(StandardCharsets.UTF_8).length);
    }

    /// @param bytes of text
    static int estimate(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, BYTES_PER_TOKEN));
    }
}
