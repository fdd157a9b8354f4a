package nearside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Engine;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.ReplyEvent.Reading;
import nearside.engine.ReplyEvent.Text;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every engine promises. The engine under test must have a long answer to any question: more
/// than 300 tokens.
public abstract class EngineContract {
    private static final Duration NO_TIME = Duration.ZERO;

    /// So many that the smallest model is not through with them before it is stopped, whatever
    /// holds the test up.
    private static final int MANY = 3_000;

    /// The engine under test; the same for all calls in one test.
    protected abstract Engine engine();

    /// A question whose reply is at most so long.
    protected Prompt ask(int replyLimit) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "Write a long poem about the sea.")),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                replyLimit);
    }

    @Test
    void promptIsReadBeforeTheReplyIsWritten() {
        Pulled pulled = Pulled.all(engine().answer(ask(3)));
        List<Class<?>> kinds = new ArrayList<>();
        pulled.events().stream()
                .filter(event -> !(event instanceof ReplyEvent.Loading))
                .forEach(event -> kinds.add(event.getClass()));
        assertEquals(List.of(Reading.class, Text.class), kinds.subList(0, 2));
        assertEquals(1, pulled.of(Reading.class).size());
        assertEquals(Finished.class, kinds.getLast());
    }

    @Test
    void loadingIsSaidOnlyAtTheStart() {
        Pulled pulled = Pulled.all(engine().answer(ask(3)));
        List<ReplyEvent.Loading> loading = pulled.of(ReplyEvent.Loading.class);
        assertEquals(loading, pulled.events().subList(0, loading.size()));
    }

    @Test
    void nothingComesAfterTheLastEvent() throws InterruptedException {
        Reply reply = engine().answer(ask(2));
        Pulled.all(reply);
        assertEquals(Optional.empty(), reply.next(NO_TIME));
        assertEquals(Optional.empty(), reply.next(Duration.ofSeconds(30)));
    }

    @Test
    void replyLimitIsHonoured() {
        Pulled pulled = Pulled.all(engine().answer(ask(5)));
        Finished finished = assertInstanceOf(Finished.class, pulled.last());
        assertEquals(Finish.LENGTH, finished.finish());
        assertEquals(5, pulled.ids().count());
        assertEquals(5, finished.usage().replyTokens());
        assertEquals(pulled.prompt().count(), finished.usage().promptTokens());
        assertFalse(pulled.text().isEmpty());
    }

    @Test
    void greedyReplyBeginsTheSameWhateverItsLimit() {
        TokenIds few = Pulled.all(engine().answer(ask(4))).ids();
        TokenIds more = Pulled.all(engine().answer(ask(8))).ids();
        assertEquals(few, TokenIds.of(more.stream().limit(4).toArray()));
    }

    @Test
    void usageTimesAreInOrder() {
        Finished finished = (Finished) Pulled.all(engine().answer(ask(4))).last();
        Duration begun = finished.usage().load().plus(finished.usage().firstToken());
        assertFalse(finished.usage().load().isNegative());
        assertTrue(finished.usage().total().compareTo(begun) >= 0);
    }

    @Test
    void noPatienceIsAnsweredAtOnce() throws InterruptedException {
        try (Reply reply = engine().answer(ask(300))) {
            Pulled.until(reply, Text.class::isInstance);
            int pulled = 0;
            while (reply.next(NO_TIME).isPresent()) {
                pulled++;
            }
            assertTrue(pulled < 310);
        }
    }

    @Test
    void closingStopsTheReply() {
        Reply reply = engine().answer(ask(MANY));
        Pulled.until(reply, Text.class::isInstance);
        reply.close();
        Finished finished = assertInstanceOf(Finished.class, Pulled.all(reply).last());
        assertEquals(Finish.STOP, finished.finish());
        assertTrue(finished.usage().replyTokens() < MANY);
    }

    @Test
    void closingBeforeTheFirstEventStopsTheReply() {
        Reply reply = engine().answer(ask(MANY));
        reply.close();
        Finished finished = assertInstanceOf(Finished.class, Pulled.all(reply).last());
        assertEquals(Finish.STOP, finished.finish());
    }

    @Test
    void closingTwiceOrAfterTheEndIsHarmless() throws InterruptedException {
        Reply reply = engine().answer(ask(2));
        Pulled.all(reply);
        reply.close();
        reply.close();
        assertEquals(Optional.empty(), reply.next(NO_TIME));
    }

    @Test
    void repliesComeOneAfterAnother() {
        Reply first = engine().answer(ask(6));
        Reply second = engine().answer(ask(6));
        Pulled one = Pulled.all(first);
        Pulled other = Pulled.all(second);
        assertEquals(one.ids(), other.ids());
        assertEquals(one.text(), other.text());
    }

    @Test
    void aStoppedReplyDoesNotDisturbTheNext() {
        TokenIds undisturbed = Pulled.all(engine().answer(ask(6))).ids();
        try (Reply stopped = engine().answer(ask(300))) {
            Pulled.until(stopped, Text.class::isInstance);
        }
        assertEquals(undisturbed, Pulled.all(engine().answer(ask(6))).ids());
    }

    @Test
    void anAbandonedButClosedReplyHoldsNobody() {
        engine().answer(ask(300)).close();
        engine().answer(ask(300)).close();
        assertInstanceOf(Finished.class, Pulled.all(engine().answer(ask(2))).last());
    }

    @Test
    void moreTextHasMoreTokens() {
        Pulled.all(engine().answer(ask(1)));
        int few = engine().count("Hello").orElseThrow();
        int more = engine().count("Hello there, how are you today?").orElseThrow();
        assertEquals(0, engine().count("").orElseThrow());
        assertTrue(few > 0);
        assertTrue(more > few);
    }
}
