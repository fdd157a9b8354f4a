package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Finish;
import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;
import nearside.worker.RealModels;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class DecoderTest {
    /// Keeps what a reply tells.
    private static class Told implements Pieces {
        private final List<Integer> reply = new ArrayList<>();
        private final List<Integer> progress = new ArrayList<>();
        private int cached;

        @Override
        public void reading(TokenIds prompt, int tokens) {
            cached = tokens;
        }

        @Override
        public void pause() {}

        @Override
        public void read(int tokens) {
            progress.add(tokens);
        }

        @Override
        public void wrote(int id, boolean endsReply) {
            reply.add(id);
        }
    }

    private static Told write(Decoder decoder, TokenIds prompt, Sampling sampling, int limit)
            throws Exception {
        Told told = new Told();
        Decoder.Task task = new Decoder.Task(prompt, limit, Speculation.PROMPT_LOOKUP);
        Sampler sampler = new Sampler(sampling, Optional.empty());
        assertInstanceOf(
                Outcome.Finished.class, decoder.write(task, sampler::next, new StopSign(), told));
        return told;
    }

    private static TokenIds tokens(Random random, int count, int vocabulary) {
        return TokenIds.of(random.ints(count, 5, vocabulary).toArray());
    }

    /// A conversation as it is lived: the reply is taken in and a turn follows, or an earlier turn
    /// is edited, or the last one is written anew, or another conversation comes between.
    private static TokenIds next(Random random, TokenIds before, List<Integer> reply, int words) {
        TokenIds whole = before.plus(TokenIds.of(reply.stream().mapToInt(id -> id).toArray()));
        return switch (random.nextInt(4)) {
            case 0 -> before;
            case 1 -> cut(before, random.nextInt(before.count())).plus(tokens(random, 9, words));
            case 2 -> tokens(random, 2 + random.nextInt(40), words);
            default -> whole.plus(again(random, whole));
        };
    }

    private static TokenIds cut(TokenIds ids, int count) {
        return TokenIds.of(ids.stream().limit(count).toArray());
    }

    /// A quotation, so that drafts have something to find.
    private static TokenIds again(Random random, TokenIds all) {
        int from = random.nextInt(all.count());
        return TokenIds.of(all.stream().skip(from).limit(1 + random.nextInt(30)).toArray());
    }

    private static Sampling sampling(Random random) {
        return random.nextBoolean()
                ? Sampling.GREEDY
                : Sampling.GREEDY
                        .withTemperature(0.8)
                        .withTopK(40)
                        .withTopP(0.95)
                        .withRepetitionPenalty(1.1)
                        .withSeed(random.nextLong());
    }

    /// A turn of a conversation as both sides wrote it.
    private interface Other {
        List<Integer> write(TokenIds prompt, Sampling sampling, int limit) throws Exception;
    }

    private static void live(OnnxModel model, Other other, int turns) throws Exception {
        Decoder decoder = new Decoder(model, _ -> 1L << 30);
        Random random = new Random(7);
        int words = Math.min(30_000, model.folder().shape().vocabulary());
        TokenIds prompt = tokens(random, 40, words);
        int cached = 0;
        for (int turn = 0; turn < turns; turn++) {
            Sampling sampling = sampling(random);
            int limit = 1 + random.nextInt(40);
            Told told = write(decoder, prompt, sampling, limit);
            assertEquals(other.write(prompt, sampling, limit), told.reply, "turn " + turn);
            cached += told.cached;
            prompt = next(random, prompt, told.reply, words);
            prompt = prompt.count() > 1_500 ? cut(prompt, 30) : prompt;
        }
        assertTrue(cached > 0, "nothing was ever taken from the cache");
        decoder.forget();
    }

    /// The starter keeps its activations in fp32: however its tokens are read, it writes the same.
    @Test
    void starterWritesWhatOneTokenARunWrites() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder("smollm2-135m-instruct-int4"))) {
            assertEquals(Drafts.Rule.WHERE_IT_PAYS, Decoder.rule(model));
            live(model, new OneByOne(model)::write, 8);
        }
    }

    /// Activations are rounded to 8 bits here, so the rule says which tokens are read in runs of
    /// many rows; the number of drafts changes nothing.
    @ParameterizedTest
    @ValueSource(strings = {"phi3-tiny-4k", "phi3-tiny-128k"})
    void draftsChangeNothingWhereActivationsAreRounded(String name) throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder(name))) {
            Drafts.Rule rule = Decoder.rule(model);
            assertEquals(Drafts.Rule.AFTER_EVERY_MATCH, rule);
            Decoder plain = new Decoder(model, rule.withMost(0), _ -> 1L << 30);
            live(
                    model,
                    (prompt, sampling, limit) -> write(plain, prompt, sampling, limit).reply,
                    30);
            plain.forget();
        }
    }

    @Test
    void nextTurnReadsItsOwnTokensAlone() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"))) {
            Decoder decoder = new Decoder(model, _ -> 1L << 30);
            TokenIds first = tokens(new Random(1), 700, 30_000);
            Told one = write(decoder, first, Sampling.GREEDY, 20);
            assertEquals(0, one.cached);
            assertEquals(List.of(234, 467), one.progress);
            int[] reply = one.reply.stream().mapToInt(id -> id).toArray();
            Told two =
                    write(decoder, first.plus(TokenIds.of(reply)).plus(first), Sampling.GREEDY, 1);
            assertTrue(two.cached >= 700 + 19, two.cached + " tokens");
            decoder.forget();
        }
    }

    /// Fewer than the last two tokens are never read, and what is kept is not lost.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSamePromptAgainReadsItsLastTwoTokens(int length) throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"))) {
            Decoder decoder = new Decoder(model, _ -> 1L << 30);
            TokenIds prompt = tokens(new Random(2), length, 30_000);
            Told one = write(decoder, prompt, Sampling.GREEDY, 10);
            Told two = write(decoder, prompt, Sampling.GREEDY, 10);
            assertEquals(one.reply, two.reply);
            assertEquals(Math.max(0, length - 2), two.cached);
            decoder.forget();
        }
    }

    @Test
    void aStoppedReplyLeavesWhatWasReadForTheNext() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"))) {
            Decoder decoder = new Decoder(model, _ -> 1L << 30);
            TokenIds prompt = tokens(new Random(3), 1_000, 30_000);
            StopSign stop = new StopSign();
            Told told =
                    new Told() {
                        @Override
                        public void read(int tokens) {
                            stop.raise();
                        }
                    };
            Outcome outcome =
                    decoder.write(
                            new Decoder.Task(prompt, 10, Speculation.PROMPT_LOOKUP),
                            new Sampler(Sampling.GREEDY, Optional.empty())::next,
                            stop,
                            told);
            assertEquals(new Outcome.Finished(Finish.STOP), outcome);
            assertEquals(List.of(), told.reply);
            Told next = write(decoder, prompt, Sampling.GREEDY, 10);
            assertEquals(250, next.cached);
            assertEquals(new OneByOne(model).write(prompt, Sampling.GREEDY, 10), next.reply);
            decoder.forget();
        }
    }
}
