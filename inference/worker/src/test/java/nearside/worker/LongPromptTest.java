package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure.PromptTooLong;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.ReplyEvent.Reading;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;
import nearside.engine.contract.Pulled;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.RotaryFactors;
import nearside.worker.decode.Decoder;
import nearside.worker.decode.Landing;
import nearside.worker.decode.Outcome;
import nearside.worker.decode.Pieces;
import nearside.worker.decode.StopSign;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Prompts of thousands of tokens: stopped, refused, and across the border of two rotary factors.
class LongPromptTest {
    @TempDir Path temp;

    private static Prompt words(int count, int limit) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "the ".repeat(count))),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                limit);
    }

    @Test
    void readingIsStoppedBeforeItEnds() {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), state -> {})) {
            engine.use(RealWorker.model("smollm2-135m-instruct-int4"));
            Reply reply = engine.answer(words(8000, 50));
            Pulled begun = Pulled.until(reply, Reading.class::isInstance);
            assertTrue(begun.prompt().count() >= 8000);
            reply.close();
            Finished finished = assertInstanceOf(Finished.class, Pulled.all(reply).last());
            assertEquals(Finish.STOP, finished.finish());
            assertEquals(0, finished.usage().replyTokens());
        }
    }

    @Test
    void promptBeyondTheWindowIsRefusedWithBothNumbers() {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), state -> {})) {
            engine.use(RealWorker.model("smollm2-135m-instruct-int4"));
            Pulled pulled = Pulled.all(engine.answer(words(9000, 50)));
            Failed failed = assertInstanceOf(Failed.class, pulled.last());
            PromptTooLong tooLong = assertInstanceOf(PromptTooLong.class, failed.failure());
            assertEquals(8192, tooLong.window());
            assertTrue(tooLong.promptTokens() > 9000);
        }
    }

    @Test
    void longPromptInPiecesWritesAReply() {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), state -> {})) {
            engine.use(RealWorker.model("phi3-tiny-4k"));
            assertEquals(3, Pulled.all(engine.answer(words(3000, 3))).ids().count());
        }
    }

    /// Written across 4,096 tokens, each next token is the one that a fresh prompt of all before it
    /// gets.
    @Test
    void crossingTheSwitchWritesWhatAFreshPromptWrites() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealWorker.model("phi3-tiny-128k"))) {
            int[] prompt = IntStream.range(0, 4090).map(i -> 1000 + i * 7 % 20_000).toArray();
            TokenIds start = TokenIds.of(prompt);
            TokenIds reply = write(model, start, 16);
            assertEquals(16, reply.count());
            for (int written = 5; written < 12; written++) {
                TokenIds soFar = TokenIds.of(reply.stream().limit(written).toArray());
                TokenIds next = write(model, start.plus(soFar), 1);
                assertEquals(reply.at(written), next.at(0), "after " + (4090 + written));
            }
        }
    }

    /// What was read with the factors for long contexts comes back with them.
    @Test
    void aLongConversationIsHandedOutAndTakenIn() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealWorker.model("phi3-tiny-128k"))) {
            TokenIds prompt = TokenIds.of(IntStream.range(0, 4110).map(i -> 1000 + i).toArray());
            Decoder decoder = new Decoder(model, _ -> 1L << 30);
            Written lived = new Written();
            write(decoder, prompt, lived);
            Decoder.Unkept unkept =
                    decoder.unkept(TokenIds.NONE, RotaryFactors.SHORT).orElseThrow();
            assertEquals(RotaryFactors.LONG, unkept.part().factors());
            ByteBuffer bytes = ByteBuffer.allocate((int) unkept.part().dataBytes());
            unkept.bytes().get(bytes);
            decoder.forget();
            Landing landing =
                    decoder.landing(
                                    new Decoder.Task(prompt, 2, Speculation.PROMPT_LOOKUP),
                                    new KvSnapshot(List.of(unkept.part())))
                            .orElseThrow();
            assertTrue(landing.put(bytes.flip()));
            decoder.land(landing);
            Written restored = new Written();
            write(decoder, prompt, restored);
            assertEquals(4108, restored.cached);
            assertEquals(lived.ids, restored.ids);
            decoder.forget();
        }
    }

    private static void write(Decoder decoder, TokenIds prompt, Written written)
            throws IOException {
        Sampler sampler = new Sampler(Sampling.GREEDY, Optional.empty());
        decoder.write(
                new Decoder.Task(prompt, 2, Speculation.PROMPT_LOOKUP),
                sampler::next,
                new StopSign(),
                written);
    }

    @Test
    void theWindowEndsAReply() throws Exception {
        try (OnnxModel model = OnnxModel.open(RealWorker.model("phi3-tiny-4k"))) {
            int window = model.folder().shape().window();
            TokenIds prompt = TokenIds.of(IntStream.range(0, window - 2).map(i -> 500).toArray());
            assertEquals(2, write(model, prompt, 50).count());
        }
    }

    private static TokenIds write(OnnxModel model, TokenIds prompt, int limit)
            throws IOException, OnnxFailure {
        Written written = new Written();
        Decoder decoder = new Decoder(model, _ -> 1L << 30);
        Sampler sampler = new Sampler(Sampling.GREEDY, Optional.empty());
        Decoder.Task task = new Decoder.Task(prompt, limit, Speculation.PROMPT_LOOKUP);
        Outcome outcome = decoder.write(task, sampler::next, new StopSign(), written);
        decoder.forget();
        assertEquals(new Outcome.Finished(Finish.LENGTH), outcome);
        return TokenIds.of(written.ids.stream().mapToInt(id -> id).toArray());
    }

    private static final class Written implements Pieces {
        private final List<Integer> ids = new ArrayList<>();
        private int cached;

        @Override
        public void wrote(int id, boolean endsReply) {
            ids.add(id);
        }

        @Override
        public void reading(TokenIds prompt, int read) {
            cached = read;
        }

        @Override
        public void pause() {}

        @Override
        public void read(int tokens) {}
    }
}
