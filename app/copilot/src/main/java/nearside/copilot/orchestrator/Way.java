package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.engine.KvPrecision;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;

import java.util.List;

/// One way to answer here: with keys and values as the model keeps them now, or as bytes instead.
/// For the latter it is loaded anew and finds its scales first.
record Way(Situation situation, Present model, KvPrecision kv) {
    /// A reply shorter than this is no help: below it a lower reply limit is no remedy.
    static final int SHORTEST_REPLY = 64;

    private static final long SMALLEST_MARGIN = 1L << 30;

    /// All that may be, the best first.
    static List<Way> all(Situation situation, Present model) {
        return model.cache().choices().stream().map(kv -> new Way(situation, model, kv)).toList();
    }

    /// Whether there is the memory for the shortest reply that helps.
    boolean fits() {
        return leastBytes() <= free();
    }

    /// Whether there is the memory for the weights at least.
    boolean loads() {
        return weights() + margin() <= free();
    }

    /// Bytes that are needed for the shortest reply that helps, with the margin.
    long leastBytes() {
        return leastBytes(prompt());
    }

    /// Bytes that are needed for a reply of so many tokens, with the margin.
    long bytes(int replyTokens) {
        return bytes(prompt(), replyTokens);
    }

    /// The most tokens of reply that fit, at most what was asked.
    int longestReply() {
        int asked = asked(prompt());
        long perToken = size().kvBytesPerToken();
        return perToken == 0
                ? asked
                : (int) Math.min(asked, (free() - beforeReply(prompt())) / perToken);
    }

    /// How many fewer prompt tokens would make it fit; zero when none would.
    int tokensToSave() {
        int fits = 0;
        int tooMany = prompt();
        if (leastBytes(fits) > free()) {
            return 0;
        }
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (leastBytes(middle) <= free()) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return prompt() - fits;
    }

    /// What was asked, as far as the window lets it.
    private int asked(int promptTokens) {
        return Math.max(1, Math.min(situation.replyLimit(), model.window() - promptTokens));
    }

    private long leastBytes(int promptTokens) {
        return bytes(promptTokens, Math.min(asked(promptTokens), SHORTEST_REPLY));
    }

    private long bytes(int promptTokens, int replyTokens) {
        long reply = replyTokens * size().kvBytesPerToken();
        return Math.max(beforeReply(promptTokens) + reply, calibrating());
    }

    private long beforeReply(int promptTokens) {
        return weights() + margin() + Need.toAnswer(size(), promptTokens, 0).bytes();
    }

    /// Zero where no scales are to be found.
    private long calibrating() {
        return changes() ? weights() + margin() + Need.toCalibrate(model.size()).bytes() : 0;
    }

    /// Zero when they are in memory already and stay there.
    private long weights() {
        return switch (model.loaded()) {
            case ON_DISK -> Need.toLoad(model.size()).bytes();
            case LOADED -> changes() ? Need.toReload(model.size()).bytes() : 0;
        };
    }

    /// What is left to everybody else.
    long margin() {
        return Math.max(SMALLEST_MARGIN, situation.memory().totalBytes() / 10);
    }

    private boolean changes() {
        return kv != model.cache().now();
    }

    /// A number of an exact cache has four bytes.
    private ModelSize size() {
        return changes()
                ? model.size().withKvBytesPerToken(model.size().kvBytesPerToken() / Float.BYTES)
                : model.size();
    }

    private int prompt() {
        return Math.min(situation.prompt().count(), model.window());
    }

    private long free() {
        return situation.memory().freeBytes();
    }
}
