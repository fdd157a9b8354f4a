package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.Speaker;
import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class HistoryTest {
    private static Message message(String id, Speaker speaker, String text) {
        return new Message(
                new MessageId(id),
                speaker,
                Message.State.DONE,
                Message.Text.of(List.of(new Segment(Source.HERE, text))),
                Optional.empty(),
                Optional.empty());
    }

    private static final List<Message> MESSAGES =
            List.of(
                    message("s", Speaker.SYSTEM, "Be brief."),
                    message("a", Speaker.USER, "One?"),
                    message("b", Speaker.ASSISTANT, ""),
                    message("c", Speaker.USER, "Two?"),
                    message("d", Speaker.ASSISTANT, "Yes."),
                    message("e", Speaker.USER, "Three?"));

    private static final Map<MessageId, Integer> PLACES = History.places(MESSAGES, Message::text);

    private static Optional<Integer> place(Map<MessageId, Integer> places, String id) {
        return Optional.ofNullable(places.get(new MessageId(id)));
    }

    @Test
    void messagesOfOneRoleInARowStandInOneLine() {
        List<Line> lines = History.lines(MESSAGES, Message::text);
        assertEquals("One?\n\nTwo?", lines.get(1).text());
        assertEquals(Optional.of(1), place(PLACES, "a"));
        assertEquals(Optional.of(1), place(PLACES, "c"));
        assertEquals(Optional.of(2), place(PLACES, "d"));
        assertEquals(Optional.of(3), place(PLACES, "e"));
    }

    @Test
    void whatHasNoTextIsNowhere() {
        assertEquals(Optional.empty(), place(PLACES, "b"));
        assertEquals(Optional.empty(), place(PLACES, "gone"));
    }

    @Test
    void placesMoveWithWhatTheModelIsToldFirst() {
        List<Line> lines = History.lines(MESSAGES, Message::text);
        assertEquals(Role.SYSTEM, History.told("Rhyme.", lines).getFirst().role());
        Map<MessageId, Integer> rhymed = History.told("Rhyme.", lines, PLACES);
        assertEquals(Optional.empty(), place(rhymed, "s"));
        assertEquals(Optional.of(1), place(rhymed, "c"));
        assertEquals(Optional.of(3), place(rhymed, "e"));
        assertEquals(Optional.of(2), place(History.told("", lines, PLACES), "e"));
        List<Message> bare = MESSAGES.subList(1, MESSAGES.size());
        Map<MessageId, Integer> told =
                History.told(
                        "Rhyme.",
                        History.lines(bare, Message::text),
                        History.places(bare, Message::text));
        assertEquals(Optional.of(1), place(told, "a"));
        assertEquals(Optional.of(3), place(told, "e"));
    }
}
