package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.engine.Prompt.Line;
import nearside.engine.Sampling;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.folder.ModelFolder;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.MessageId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the model here is given of a conversation that is longer than its window, turn after turn.
class ShortenedTurnTest extends BorrowingCase {
    private static final int WINDOW = 4_096;
    private static final String LOCK = "The lock of the shed opens with 4711.";

    private final ScriptedEngine engine = ScriptedEngine.writing("So it is noted.");
    private ConversationId conversation = new ConversationId("none");

    @BeforeEach
    void talk() {
        ModelFolder tiny = House.FOLDER;
        house.model =
                new ModelFolder(
                        tiny.path(),
                        tiny.family(),
                        tiny.madeFor(),
                        tiny.contents(),
                        new ModelFolder.Shape(2, 2, 16, 4, 100, WINDOW, OptionalInt.empty()),
                        tiny.names());
        said(Optional.empty(), LOCK, "I shall not tell.");
        conversation = house.profile.conversations().list().getFirst().id();
        for (int i = 0; i < 60; i++) {
            said(Optional.of(conversation), walk(i, 60), walk(i + 100, 40));
        }
    }

    /// So many words that stand nowhere else.
    private static String walk(int of, int words) {
        return IntStream.range(0, words)
                .mapToObj(word -> "w" + of + "x" + word)
                .collect(Collectors.joining(" "));
    }

    private void said(Optional<ConversationId> in, String question, String answer) {
        Journal journal = house.profile.journal();
        MessageId reply = journal.begin(in, question).reply();
        journal.append(reply, new Segment(Source.HERE, answer));
        journal.finish(reply, Message.State.DONE, Optional.empty());
    }

    private List<Line> ask(Orchestrator orchestrator, String question) throws Exception {
        all(
                orchestrator.answer(
                        new Request.Ask(
                                Optional.of(conversation), question, Sampling.GREEDY, 200)));
        return engine.prompts().getLast().lines();
    }

    private static boolean goesOn(List<Line> before, List<Line> now) {
        return now.size() > before.size() && now.subList(0, before.size()).equals(before);
    }

    private static int tokens(List<Line> lines) {
        return lines.stream()
                .mapToInt(line -> line.text().strip().split("\\s+", -1).length + 6)
                .sum();
    }

    /// The engine has read that; only what is new costs time.
    @Test
    void whatWasGivenBeforeStaysAsItWas() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        List<Line> first = ask(orchestrator, "what about w59x3");
        assertTrue(tokens(first) > WINDOW / 2, "tokens " + tokens(first));
        List<Line> second = ask(orchestrator, "what about w58x5");
        assertTrue(goesOn(first, second));
        assertEquals(first.size() + 2, second.size());
        assertEquals("what about w58x5", second.getLast().text());
    }

    @Test
    void whatTheNewQuestionNeedsBesidesStandsBeforeIt() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        List<Line> first = ask(orchestrator, "what about w59x3");
        assertFalse(first.toString().contains("4711"));
        List<Line> second = ask(orchestrator, "what opens the lock of the shed");
        assertTrue(goesOn(first, second));
        String asked = second.getLast().text();
        assertTrue(asked.startsWith("Earlier in this conversation:\nuser: " + LOCK), asked);
        assertTrue(asked.endsWith("\n\nwhat opens the lock of the shed"), asked);
    }

    /// However much there is of what is asked about, the best of it has room.
    @Test
    void whatTheNewQuestionNeedsTakesHalfOfWhatWasKeptFree() throws Exception {
        for (int i = 200; i < 300; i++) {
            said(
                    Optional.of(conversation),
                    "The pump of hall " + i + " ran dry " + walk(i, 20),
                    walk(i + 500, 10));
        }
        for (int i = 0; i < 60; i++) {
            said(Optional.of(conversation), walk(i + 1_000, 60), walk(i + 2_000, 40));
        }
        Orchestrator orchestrator = house.orchestrator(engine);
        List<Line> first = ask(orchestrator, "what about w1059x3");
        assertFalse(first.toString().contains("pump"));
        List<Line> second = ask(orchestrator, "when did the pump of hall 250 run dry");
        assertTrue(goesOn(first, second));
        String asked = second.getLast().text();
        assertTrue(asked.contains("The pump of hall 250 ran dry"), asked);
        int besides = tokens(second) - tokens(first);
        assertTrue(besides > 100 && besides < 700, "besides " + besides);
    }

    /// With room for some turns more.
    @Test
    void whereThereIsNoRoomAnyMoreItIsPackedAnew() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        List<Line> before = ask(orchestrator, "what about w59x3");
        int turns = 0;
        int anew = 0;
        while (anew < 2 && turns < 60) {
            List<Line> now = ask(orchestrator, walk(500 + turns, 200));
            assertTrue(tokens(now) <= WINDOW - 200, "tokens " + tokens(now));
            anew += goesOn(before, now) ? 0 : 1;
            before = now;
            turns++;
        }
        assertEquals(2, anew);
        assertTrue(turns > 8, "packed anew twice in " + turns);
    }

    /// The engine reads what comes behind the longest beginning that it has read.
    @Test
    void ofFortyTurnsLessThanAQuarterIsReadAnew() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        List<Line> before = List.of();
        int given = 0;
        int read = 0;
        for (int turn = 0; turn < 40; turn++) {
            List<Line> now =
                    ask(orchestrator, "what about w%dx3 ".formatted(turn) + walk(700 + turn, 50));
            given += tokens(now);
            read += tokens(now) - tokens(now.subList(0, shared(before, now)));
            before = now;
        }
        System.out.println("%d of %d tokens given are read".formatted(read, given));
        assertTrue(read * 4 < given, read + " of " + given);
    }

    private static int shared(List<Line> before, List<Line> now) {
        int shared = 0;
        while (shared < before.size() && before.get(shared).equals(now.get(shared))) {
            shared++;
        }
        return shared;
    }

    @Test
    void whatIsPinnedMeanwhileIsGivenWhole() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        List<Line> first = ask(orchestrator, "what about w59x3");
        house.profile.conversations().pin(house.messages().getFirst().id());
        List<Line> second = ask(orchestrator, "what about w58x5");
        assertFalse(goesOn(first, second));
        assertEquals(LOCK, second.getFirst().text());
    }

    /// A question that is written anew has another beginning.
    @Test
    void anotherWayOfTheConversationIsPackedAnew() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        List<Line> first = ask(orchestrator, "what about w59x3");
        MessageId question = house.messages().get(house.messages().size() - 2).id();
        all(
                orchestrator.answer(
                        new Request.Ask(
                                Optional.of(conversation),
                                Optional.empty(),
                                "what opens the lock of the shed",
                                Sampling.GREEDY,
                                200,
                                List.of(),
                                Optional.of(question))));
        List<Line> second = engine.prompts().getLast().lines();
        assertFalse(goesOn(first, second));
        assertTrue(second.toString().contains(LOCK), second.toString());
    }

    /// What the chat marks is what the model does not see with the next question.
    @Test
    void theMarksSayWhatTheModelIsGiven() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        ask(orchestrator, "what about w59x3");
        Map<MessageId, Seen> marked = unseen(orchestrator, "what about w58x5");
        String given =
                ask(orchestrator, "what about w58x5").stream()
                        .map(Line::text)
                        .collect(Collectors.joining("\n"));
        assertNotEquals(Map.of(), marked);
        house.messages()
                .forEach(message ->
                        assertEquals(
                                !marked.containsKey(message.id()),
                                given.contains(message.text()) || message.text().isEmpty(),
                                message.text()));
    }

    @Test
    void whatIsPinnedMeanwhileIsNotMarked() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        ask(orchestrator, "what about w59x3");
        MessageId first = house.messages().getFirst().id();
        assertEquals(Seen.NOTHING, unseen(orchestrator, "what about w58x5").get(first));
        house.profile.conversations().pin(first);
        assertFalse(unseen(orchestrator, "what about w58x5").containsKey(first));
    }

    private Map<MessageId, Seen> unseen(Orchestrator orchestrator, String question) {
        return orchestrator.outlook(Optional.of(conversation), question, 0).orElseThrow().unseen();
    }
}
