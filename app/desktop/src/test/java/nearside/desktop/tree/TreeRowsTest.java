package nearside.desktop.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.Speaker;
import nearside.storage.MessageId;
import nearside.storage.Ways.Place;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class TreeRowsTest {
    private static Place place(String id, String parent) {
        return new Place(
                new MessageId(id),
                parent.isEmpty() ? Optional.empty() : Optional.of(new MessageId(parent)),
                Speaker.USER,
                id + "\n\n text");
    }

    private static List<String> rows(List<Place> places, MessageId... shown) {
        return TreeRows.of(places, Set.of(shown)).stream()
                .map(row -> row.depth() + " " + row.text() + (row.shown() ? " *" : ""))
                .toList();
    }

    @Test
    void eachWayIsWholeAndSetInWhereItForked() {
        List<Place> places =
                List.of(
                        place("q", ""),
                        place("a", "q"),
                        place("q2", "a"),
                        place("a2", "q2"),
                        place("q3", "a"),
                        place("a3", "q3"));
        assertEquals(
                List.of(
                        "0 q text *",
                        "0 a text *",
                        "1 q2 text",
                        "1 a2 text",
                        "1 q3 text *",
                        "1 a3 text"),
                rows(places, new MessageId("q"), new MessageId("a"), new MessageId("q3")));
    }

    @Test
    void aConversationMayBeginTwice() {
        assertEquals(
                List.of("1 q text", "1 p text"), rows(List.of(place("q", ""), place("p", ""))));
    }

    @Test
    void aLongConversationIsNoDeepOne() {
        List<Place> places = new ArrayList<>(List.of(place("0", "")));
        for (int i = 1; i < 20_000; i++) {
            places.add(place(Integer.toString(i), Integer.toString(i - 1)));
        }
        List<TreeRow> rows = TreeRows.of(places, Set.of());
        assertEquals(20_000, rows.size());
        assertEquals(0, rows.getLast().depth());
    }
}
