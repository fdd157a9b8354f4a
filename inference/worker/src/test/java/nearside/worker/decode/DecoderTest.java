package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Finish;
import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;
import nearside.worker.RealModels;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class DecoderTest {
    private static Told write(Decoder decoder, TokenIds prompt, int limit) throws IOException {
        return Told.of(decoder, prompt, Sampling.GREEDY, limit);
    }

    private static TokenIds tokens(int seed, int count) {
        return RandomTalk.tokens(new Random(seed), count, 30_000);
    }

    /// Where activations are rounded to 8 bits, the number of rows of a run matters.
    @ParameterizedTest
    @CsvSource({"smollm2-135m-instruct-int4, 0", "phi3-tiny-4k, 1", "phi3-tiny-128k, 1"})
    void aModelThatRoundsByRowsHasADraftAfterEveryMatch(String name, int fewest)
            throws OnnxFailure {
        try (OnnxModel model = OnnxModel.open(RealModels.folder(name))) {
            assertEquals(fewest, Decoder.rule(model).fewest());
        }
    }

    @Test
    void nextTurnReadsItsOwnTokensAlone() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"))) {
            Decoder decoder = new Decoder(model, _ -> 1L << 30);
            TokenIds first = tokens(1, 700);
            Told one = write(decoder, first, 20);
            assertEquals(0, one.cached);
            assertEquals(List.of(234, 467), one.progress);
            int[] reply = one.reply.stream().mapToInt(id -> id).toArray();
            Told two = write(decoder, first.plus(TokenIds.of(reply)).plus(first), 1);
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
            TokenIds prompt = tokens(2, length);
            Told one = write(decoder, prompt, 10);
            Told two = write(decoder, prompt, 10);
            assertEquals(one.reply, two.reply);
            assertEquals(Math.max(0, length - 2), two.cached);
            decoder.forget();
        }
    }

    @Test
    void aStoppedReplyLeavesWhatWasReadForTheNext() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"))) {
            Decoder decoder = new Decoder(model, _ -> 1L << 30);
            TokenIds prompt = tokens(3, 1_000);
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
            Told next = write(decoder, prompt, 10);
            assertEquals(250, next.cached);
            assertEquals(new OneByOne(model).write(prompt, Sampling.GREEDY, 10).reply, next.reply);
            decoder.forget();
        }
    }
}
