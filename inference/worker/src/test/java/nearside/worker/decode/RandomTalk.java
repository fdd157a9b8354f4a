package nearside.worker.decode;

import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A conversation as it is lived, by chance: the reply is taken in and quoted, written anew, words
/// before it are edited or taken back, another conversation comes between, an earlier one is gone
/// on with.
final class RandomTalk {
    private final Random random;
    private final Length length;
    private final int words;
    private final List<TokenIds> earlier = new ArrayList<>();
    private TokenIds prompt;

    /// How long things are, in tokens.
    ///
    /// @param first the first prompt, and one that begins anew because it grew too long
    /// @param most a prompt before it begins anew
    /// @param reply the longest reply
    record Length(int first, int most, int reply) {}

    /// @param words ids below this are used
    RandomTalk(Random random, Length length, int words) {
        this.random = random;
        this.length = length;
        this.words = words;
        this.prompt = tokens(random, length.first(), words);
    }

    static TokenIds tokens(Random random, int count, int words) {
        return TokenIds.of(random.ints(count, 5, words).toArray());
    }

    static TokenIds cut(TokenIds ids, int count) {
        return TokenIds.of(ids.stream().limit(count).toArray());
    }

    TokenIds prompt() {
        return prompt;
    }

    /// What is asked now.
    Turn turn() {
        return new Turn(prompt, ahead(), sampling(), 1 + random.nextInt(length.reply()));
    }

    /// None for most turns: then the decoder's own chunks are all there are.
    private List<Integer> ahead() {
        if (prompt.count() < 4 || random.nextBoolean()) {
            return List.of();
        }
        return random.ints(1 + random.nextInt(3), 2, prompt.count()).sorted().boxed().toList();
    }

    /// Half of the replies are written with a few words only: a model with random weights copies
    /// nothing by itself, and no draft would ever be right.
    private Sampling sampling() {
        Map<Integer, Double> few = new HashMap<>();
        int count = random.nextBoolean() ? 0 : 2 + random.nextInt(5);
        random.ints(count, 5, words).forEach(id -> few.put(id, 100.0));
        return anySampling().withLogitBias(few);
    }

    private Sampling anySampling() {
        Speculation drafts = random.nextInt(5) == 0 ? Speculation.NONE : Speculation.PROMPT_LOOKUP;
        Sampling greedy = Sampling.GREEDY.with(drafts);
        return switch (random.nextInt(4)) {
            case 0 -> greedy.withRepetitionPenalty(1.08);
            case 1 -> greedy.withTemperature(1).withMinP(0.05).withSeed(random.nextLong());
            case 2 ->
                    greedy.withTemperature(0.8)
                            .withTopK(40)
                            .withTopP(0.95)
                            .withRepetitionPenalty(1.1)
                            .withSeed(random.nextLong());
            default -> greedy;
        };
    }

    /// Takes in the reply and goes on to the next turn.
    void answered(TokenIds reply) {
        TokenIds whole = prompt.plus(reply);
        earlier.add(prompt);
        TokenIds next =
                switch (random.nextInt(14)) {
                    case 0 -> prompt;
                    case 1 -> edited(1 + random.nextInt(prompt.count()));
                    case 2 -> edited(Math.max(1, prompt.count() - random.nextInt(60)));
                    case 3 -> cut(prompt, 1 + random.nextInt(prompt.count()));
                    case 4 -> fresh(2 + random.nextInt(40));
                    case 5 -> earlier.get(random.nextInt(earlier.size())).plus(fresh(9));
                    case 6, 7, 8 -> whole.plus(fresh(2 + random.nextInt(40)));
                    default -> whole.plus(quoted(whole));
                };
        prompt = next.count() > length.most() ? cut(next, length.first()) : next;
    }

    private TokenIds fresh(int count) {
        return tokens(random, count, words);
    }

    /// The first tokens, and others than before after them.
    private TokenIds edited(int kept) {
        return cut(prompt, kept).plus(fresh(2 + random.nextInt(20)));
    }

    /// A quotation, so that drafts have something to find.
    private TokenIds quoted(TokenIds all) {
        int from = random.nextInt(all.count());
        return TokenIds.of(all.stream().skip(from).limit(1 + random.nextInt(30)).toArray());
    }
}
