package nearside.copilot.orchestrator;

import static java.lang.Math.ceilDiv;

import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Where;
import nearside.engine.KvPrecision;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// One way to answer here: with keys and values as the model keeps them now, or as bytes instead,
/// for which it is loaded anew and finds its scales first; with the whole conversation or a part.
///
/// @param promptTokens of what is read
record Way(Situation situation, Present model, KvPrecision kv, int promptTokens) {
    private static final long SMALLEST_MARGIN = 1L << 30;

    /// One part of so many is spare: five parts are needed, a fifth more is there.
    private static final int SPARE = 6;

    /// All that may be with the whole conversation, the best first.
    static List<Way> whole(Situation situation, Present model) {
        return model.cache().choices().stream()
                .map(kv -> new Way(situation, model, kv, situation.prompt().count()))
                .toList();
    }

    /// With so much left out that it fits, and a reply that is at most as long as what is read;
    /// empty where what stays in any case is too much.
    Optional<Way> packed() {
        int least = situation.asked().least();
        int reply = situation.asked().replyLimit();
        int shortest = situation.asked().leastReply();
        int budget = longestPrompt(reply);
        while (budget < Math.max(least, reply) && reply > shortest) {
            reply = Math.max(shortest, reply / 2);
            budget = longestPrompt(reply);
        }
        return budget >= least && budget > 0 && budget < promptTokens
                ? Optional.of(new Way(situation, model, kv, budget))
                : Optional.empty();
    }

    /// The longest prompt with which such a reply fits; zero for none.
    private int longestPrompt(int reply) {
        int room = Math.min(promptTokens - 1, most() - reply);
        return room < 1 ? 0 : longest(room, prompt -> bytes(prompt, reply) <= free());
    }

    /// The largest number up to that one with which it holds, which also holds with all smaller
    /// ones; zero for none.
    private static int longest(int most, IntPredicate holds) {
        int yes = 0;
        int no = most + 1;
        while (no - yes > 1) {
            int middle = (yes + no) >>> 1;
            if (holds.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }

    /// Whether there is the memory for the shortest reply that helps.
    boolean fits() {
        return leastBytes() <= free() && !hasFailed();
    }

    /// Whether as much ran out of memory lately.
    private boolean hasFailed() {
        return situation.lately().failed().isPresent()
                && prompt() + situation.asked().leastReply() > most();
    }

    /// Whether there is the memory for the weights at least.
    boolean loads() {
        return Math.max(weights() + margin(), loading()) <= free();
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
        return leastBytes(0) > free()
                ? 0
                : prompt() - longest(prompt() - 1, prompt -> leastBytes(prompt) <= free());
    }

    /// How many more bytes would make it fit.
    long missingBytes() {
        long needed = isReturning() ? ceilDiv(leastBytes() * SPARE, SPARE - 1) : leastBytes();
        return needed - freeBytes();
    }

    /// What was asked, as far as the window lets it, and what ran out of memory lately.
    private int asked(int promptTokens) {
        return Math.max(1, Math.min(situation.asked().replyLimit(), most() - promptTokens));
    }

    /// The most tokens of prompt and reply together.
    private int most() {
        return Math.min(model.window(), situation.lately().failed().orElse(Integer.MAX_VALUE) - 1);
    }

    private long leastBytes(int promptTokens) {
        return bytes(promptTokens, Math.min(asked(promptTokens), situation.asked().leastReply()));
    }

    private long bytes(int promptTokens, int replyTokens) {
        long reply = replyTokens * size().kvBytesPerToken();
        return Math.max(beforeReply(promptTokens) + reply, Math.max(calibrating(), loading()));
    }

    private long beforeReply(int promptTokens) {
        return weights() + margin() + Need.toAnswer(size(), promptTokens, 0).bytes();
    }

    /// Zero where no scales are to be found.
    private long calibrating() {
        return changes() ? weights() + margin() + Need.toCalibrate(model.size()).bytes() : 0;
    }

    /// What the load takes at its worst, if there is one.
    private long loading() {
        return switch (model.loaded()) {
            case ON_DISK -> Need.toLoad(model.size()).bytes() + margin();
            case LOADED -> 0;
        };
    }

    /// Zero when they are in memory already and stay there.
    private long weights() {
        return switch (model.loaded()) {
            case ON_DISK -> Need.toStay(model.size()).bytes();
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
        return Math.min(promptTokens, model.window());
    }

    /// What may be used. Back from a far side it is a sixth less than is free, and was free in the
    /// last seconds: one that goes back and forth would ask each time.
    private long free() {
        return isReturning() ? freeBytes() / SPARE * (SPARE - 1) : freeBytes();
    }

    private boolean isReturning() {
        return situation.lately().last() == Where.FAR && situation.beyond() instanceof Beyond.Open;
    }

    private long freeBytes() {
        long now = situation.memory().freeBytes();
        return isReturning()
                ? situation.lately().least().map(it -> Math.min(now, it.freeBytes())).orElse(now)
                : now;
    }
}
