package nearside.storage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.search.Filter.Origin;
import nearside.storage.search.Filter.Place;
import nearside.storage.search.Term;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class IndexTest {
    private static final Talk TALK = new Talk(1, "c1", Optional.of(7L), Place.KEPT);
    private static final Talk OTHER = new Talk(2, "c2", Optional.empty(), Place.KEPT);

    private final Index index = new Index();

    @AfterEach
    void close() {
        index.close();
    }

    private static Entry entry(long subject, Talk talk, String text) {
        return Entry.of(subject, talk, subject, Set.of(Origin.HERE), text);
    }

    private List<Long> find(String word, Bounds bounds) {
        return index.find(
                List.of(Phrase.of(new Term(word, Term.Kind.WHOLE)).orElseThrow()), bounds, 10_000);
    }

    private List<Long> find(String word) {
        return find(word, Bounds.NONE);
    }

    @Test
    void whatIsPutIsFoundBeforeAndAfterItIsSettled() {
        index.put(List.of(entry(1, TALK, "one sky")));
        assertEquals(List.of(1L), find("sky"));
        index.settle();
        assertEquals(List.of(1L), find("sky"));
    }

    @Test
    void theSameSubjectIsReplaced() {
        index.put(List.of(entry(1, TALK, "one sky")));
        index.put(List.of(entry(1, TALK, "one sea")));
        assertEquals(List.of(), find("sky"));
        assertEquals(List.of(1L), find("sea"));
        assertEquals(1, index.size());
    }

    @Test
    void whatWasReadEarlierDoesNotReplaceWhatIsKnown() {
        Talk trashed = new Talk(1, "c1", Optional.of(7L), Place.TRASH);
        index.put(List.of(entry(1, trashed, "one sea")));
        index.putOlder(List.of(entry(1, TALK, "one sky"), entry(2, TALK, "one sky")));
        assertEquals(List.of(), find("one"), "it is in the trash");
        index.put(List.of(entry(-1, TALK, "")));
        assertEquals(List.of(1L, 2L), find("one"));
        assertEquals(List.of(2L), find("sky"));
    }

    @Test
    void whatIsForgottenIsGoneAndDoesNotComeBack() {
        List<Entry> entries = List.of(entry(1, TALK, "sky"), entry(2, OTHER, "sky"));
        index.put(entries);
        index.forget(List.of("c1"));
        assertEquals(List.of(2L), find("sky"));
        index.putOlder(entries);
        index.put(List.of(entry(-1, TALK, "")));
        assertEquals(List.of(2L), find("sky"));
        assertEquals(1, index.size());
    }

    @Test
    void thePurgeTakesForgottenWordsOutOfTheMemory() {
        index.put(List.of(entry(1, TALK, "secret"), entry(2, OTHER, "kept")));
        index.settle();
        index.put(List.of(entry(3, OTHER, "kept too")));
        index.forget(List.of("c1"));
        assertTrue(index.holds("secret"), "else the purge is not needed");
        index.purge();
        assertFalse(index.holds("secret"));
        assertTrue(index.holds("kept"));
        assertEquals(Set.of(2L, 3L), Set.copyOf(find("kept")));
    }

    @Test
    void theNewestComeFirstOfManyAndTheBestOfFew() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Lookup.RANKED; i++) {
            String text = i == 10 ? "sky sky sky" : i < 20 ? "the sky and so on" : "the sea";
            entries.add(entry(i, TALK, text));
        }
        index.putOlder(entries);
        assertEquals(List.of(10L, 0L, 1L), find("sky").subList(0, 3));
        assertEquals(Lookup.RANKED, find("the").size() + 1);
        for (long i = 0; i < 3; i++) {
            index.put(List.of(entry(9_000 + i, TALK, "the end of it all")));
        }
        assertEquals(List.of(9_002L, 9_001L, 9_000L, 0L), find("the").subList(0, 4));
    }

    @Test
    void boundsNarrow() {
        index.putOlder(
                List.of(
                        entry(1, TALK, "sky"),
                        Entry.of(2, OTHER, 2, Set.of(Origin.BORROWED, Origin.HERE), "sky"),
                        Entry.of(3, OTHER, 3, Set.of(), "sky")));
        Optional<Set<Long>> anywhere = Optional.empty();
        Optional<Origin> anyone = Optional.empty();
        long first = Long.MIN_VALUE;
        long last = Long.MAX_VALUE;
        assertEquals(
                List.of(1L),
                find("sky", new Bounds(Optional.of(Set.of(7L)), first, last, anyone, Place.KEPT)));
        assertEquals(
                List.of(),
                find("sky", new Bounds(Optional.of(Set.of()), first, last, anyone, Place.KEPT)));
        assertEquals(List.of(2L), find("sky", new Bounds(anywhere, 2, 3, anyone, Place.KEPT)));
        assertEquals(
                List.of(2L),
                find(
                        "sky",
                        new Bounds(
                                anywhere, first, last, Optional.of(Origin.BORROWED), Place.KEPT)));
        index.put(List.of(entry(-2, new Talk(2, "c2", Optional.empty(), Place.TRASH), "")));
        assertEquals(List.of(1L), find("sky"));
        assertEquals(
                List.of(2L, 3L),
                find("sky", new Bounds(anywhere, first, last, anyone, Place.TRASH)));
        assertEquals(
                List.of(-2L, 2L, 3L),
                index.find(List.of(), new Bounds(anywhere, first, last, anyone, Place.TRASH), 10));
    }
}
