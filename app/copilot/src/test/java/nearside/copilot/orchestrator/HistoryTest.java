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
import java.util.Optional;
import java.util.Set;

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

    private static Set<Integer> places(String... ids) {
        return History.places(
                MESSAGES,
                Message::text,
                Set.copyOf(List.of(ids).stream().map(MessageId::new).toList()));
    }

    @Test
    void aLineIsWhereAnyOfItsMessagesIs() {
        List<Line> lines = History.lines(MESSAGES, Message::text);
        assertEquals("One?\n\nTwo?", lines.get(1).text());
        assertEquals(Set.of(1), places("a"));
        assertEquals(Set.of(1), places("c"));
        assertEquals(Set.of(1), places("a", "c"));
        assertEquals(Set.of(2, 3), places("d", "e"));
    }

    @Test
    void whatHasNoTextIsNowhere() {
        assertEquals(Set.of(), places("b"));
        assertEquals(Set.of(), places("gone"));
    }

    @Test
    void placesMoveWithWhatTheModelIsToldFirst() {
        List<Line> lines = History.lines(MESSAGES, Message::text);
        assertEquals(Role.SYSTEM, History.told("Rhyme.", lines).getFirst().role());
        assertEquals(Set.of(1, 3), History.told("Rhyme.", lines, Set.of(0, 1, 3)));
        assertEquals(Set.of(0, 2), History.told("", lines, Set.of(0, 1, 3)));
        List<Line> without = lines.subList(1, lines.size());
        assertEquals(Set.of(1, 3), History.told("Rhyme.", without, Set.of(0, 2)));
    }
}
