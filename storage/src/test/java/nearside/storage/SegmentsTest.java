package nearside.storage;

import static nearside.storage.Message.Source.BORROWED;
import static nearside.storage.Message.Source.HERE;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.Segment;

import org.junit.jupiter.api.Test;

import java.util.List;

class SegmentsTest {
    @Test
    void noPiecesMakeNoSegment() {
        assertEquals(List.of(), Segments.joined(List.of()));
    }

    @Test
    void neighboursOfOneSourceBecomeOneSegment() {
        assertEquals(
                List.of(
                        new Segment(HERE, "ab"),
                        new Segment(BORROWED, "cd"),
                        new Segment(HERE, "e")),
                Segments.joined(
                        List.of(
                                new Segment(HERE, "a"),
                                new Segment(HERE, "b"),
                                new Segment(BORROWED, "c"),
                                new Segment(BORROWED, "d"),
                                new Segment(HERE, "e"))));
    }

    @Test
    void piecesWithoutTextMakeNoSegment() {
        assertEquals(
                List.of(new Segment(HERE, "a")),
                Segments.joined(
                        List.of(
                                new Segment(BORROWED, ""),
                                new Segment(HERE, ""),
                                new Segment(HERE, "a"))));
    }
}
