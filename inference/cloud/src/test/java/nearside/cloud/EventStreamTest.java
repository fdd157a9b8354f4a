package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.cloud.outbound.FarException;
import nearside.engine.EngineFailure.Far;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

class EventStreamTest {
    private static List<String> read(String... pieces) throws Exception {
        Iterator<String> left = List.of(pieces).iterator();
        EventStream stream =
                new EventStream(
                        "far",
                        _ ->
                                left.hasNext()
                                        ? List.of(
                                                ByteBuffer.wrap(
                                                        left.next()
                                                                .getBytes(StandardCharsets.UTF_8)))
                                        : List.of(),
                        Borrowed.SHORT);
        List<String> all = new ArrayList<>();
        Optional<String> data = stream.next();
        while (data.isPresent()) {
            all.add(data.get());
            data = stream.next();
        }
        return all;
    }

    @Test
    void dataOfSeveralLinesIsOneText() throws Exception {
        assertEquals(List.of("a\nb\n"), read("data: a\ndata:b\ndata\n\n"));
    }

    @Test
    void onlyOneSpaceBelongsToTheField() throws Exception {
        assertEquals(List.of(" a "), read("data:  a \n\n"));
    }

    @Test
    void commentsOtherFieldsAndEmptyEventsArePassedOver() throws Exception {
        assertEquals(
                List.of("a", "b"),
                read(
                        ": hi\n\n",
                        "event: x\nretry: 5\n\n",
                        "foo: bar\ndata: a\n\n\n",
                        "data: b\n\n"));
    }

    @Test
    void anEventWithoutItsEmptyLineIsGivenUp() throws Exception {
        assertEquals(List.of("a"), read("data: a\n\ndata: b\n"));
    }

    @Test
    void anEventThatComesTwiceIsToldOnce() throws Exception {
        assertEquals(
                List.of("a", "b", "a"),
                read(
                        "id: 1\ndata: a\n\n",
                        "id: 1\ndata: a\n\nid: 2\ndata: b\n\n",
                        "id: 3\ndata: a\n\n"));
    }

    /// Some far sides give every event the id of the reply.
    @Test
    void idsThatAreNoNamesOfEventsLoseNothing() throws Exception {
        assertEquals(
                List.of("open", "ha", "ha"),
                read("id: r\ndata: open\n\n", "id: r\ndata: ha\n\n", "id: r\ndata: ha\n\n"));
    }

    @Test
    void anEventThatDoesNotEndDoesNotFillTheMemory() {
        String line = "data: " + "x".repeat(1 << 19) + "\n";
        String[] lines = new String[10];
        java.util.Arrays.fill(lines, line);
        FarException thrown = assertThrows(FarException.class, () -> read(lines));
        assertInstanceOf(Far.Garbled.class, thrown.failure());
    }
}
