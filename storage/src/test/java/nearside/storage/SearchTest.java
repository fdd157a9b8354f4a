package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.search.Filter;
import nearside.storage.search.Progress;
import nearside.storage.search.Query;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class SearchTest {
    private static final Instant DAY = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir Path folder;
    private Instant now = DAY;
    private Profile profile;
    private Search search;

    @BeforeEach
    void open() {
        profile = Profile.open(folder, Optional.empty(), new Unlock.Usual(), () -> now);
        search = profile.search();
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private void reopen() {
        close();
        open();
    }

    private Journal.Begun said(String question, Segment... reply) {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), question);
        for (Segment part : reply) {
            profile.journal().append(begun.reply(), part);
        }
        profile.journal().finish(begun.reply(), State.DONE, Optional.empty());
        return begun;
    }

    private static Segment here(String text) {
        return new Segment(Source.HERE, text);
    }

    private static Segment borrowed(String text) {
        return new Segment(Source.BORROWED, text);
    }

    private List<Hit> hits(String typed) throws InterruptedException {
        search.begin();
        search.finish();
        return search.find(Query.typed(typed, ZoneOffset.UTC), 50);
    }

    /// The excerpts in which it was found; those of titles in brackets.
    private List<String> found(String typed) throws InterruptedException {
        return hits(typed).stream()
                .map(hit ->
                        hit.message().isPresent()
                                ? hit.excerpt().text()
                                : "[" + hit.excerpt().text() + "]")
                .sorted()
                .toList();
    }

    @Test
    void whatWasWrittenBeforeTheStartIsFound() throws InterruptedException {
        Journal.Begun begun = said("Why is the sky blue?", here("Because of scattering."));
        reopen();
        assertEquals(List.of("Because of scattering."), found("scatter"));
        Hit hit = hits("scatter").getFirst();
        assertEquals(Optional.of(begun.reply()), hit.message());
        assertEquals(begun.conversation(), hit.conversation());
        assertEquals("Why is the sky blue?", hit.title());
        assertEquals(DAY, hit.time());
    }

    @Test
    void titlesAreFoundBesideMessages() throws InterruptedException {
        said("Why is the sky blue?");
        assertEquals(
                List.of("Why is the sky blue?", "[Why is the sky blue?]"), found("\"the sky\""));
    }

    @Test
    void aMessageThatWasTakenAwayIsNotFoundUntilItIsBack() throws InterruptedException {
        Journal.Begun begun = said("Why is the sky blue?", here("Because of scattering."));
        assertEquals(1, hits("scatter").size());
        profile.ways().remove(begun.reply());
        assertEquals(List.of(), found("scatter"));
        profile.ways().restore(begun.reply());
        assertEquals(1, hits("scatter").size());
        profile.ways().remove(begun.reply());
        reopen();
        assertEquals(List.of(), found("scatter"));
    }

    @Test
    void aForkIsFoundBesideWhatItCameFrom() throws InterruptedException {
        Journal.Begun begun = said("Why is the sky blue?", here("Because of scattering."));
        assertEquals(1, hits("scatter").size());
        profile.ways().fork(begun.reply());
        assertEquals(2, hits("scatter").size());
    }

    @Test
    void whatIsSaidNowIsFoundAtOnce() throws InterruptedException {
        assertEquals(List.of(), found("sky"));
        Journal.Begun begun = profile.journal().begin(Optional.empty(), "The sky");
        assertEquals(2, hits("sky").size());
        profile.journal().append(begun.reply(), here("is bl"));
        assertEquals(List.of("is bl"), found("bl"));
        profile.journal().append(begun.reply(), here("ue."));
        assertEquals(List.of("is blue."), found("blue"));
        assertEquals(List.of(), found("\"bl\""));
        profile.journal().finish(begun.reply(), State.DONE, Optional.empty());
        assertEquals(List.of("is blue."), found("blue"));
    }

    @Test
    void whatTheModelIsToldIsNotSearched() throws InterruptedException {
        profile.journal().begin(Optional.empty(), Optional.of("You are kind."), "Hello");
        assertEquals(List.of(), found("kind"));
    }

    @Test
    void aRenamedConversationIsFoundByItsNewTitleOnly() throws InterruptedException {
        Journal.Begun begun = said("One");
        assertEquals(List.of("One", "[One]"), found("one"));
        profile.conversations().rename(begun.conversation(), "Uno");
        assertEquals(List.of("One"), found("one"));
        assertEquals(List.of("[Uno]"), found("uno"));
    }

    @Test
    void theTrashIsHiddenUnlessAskedFor() throws InterruptedException {
        Journal.Begun begun = said("One");
        assertEquals(2, hits("one").size());
        profile.conversations().delete(begun.conversation());
        assertEquals(List.of(), found("one"));
        assertEquals(List.of("One", "[One]"), found("in:trash one"));
        profile.conversations().restore(begun.conversation());
        assertEquals(List.of("One", "[One]"), found("one"));
        assertEquals(List.of(), found("in:trash one"));
    }

    @Test
    void whatIsRemovedForGoodIsGoneAtOnceAndNotRead() throws InterruptedException {
        Journal.Begun gone = said("A secret");
        said("A secret that stays");
        assertEquals(4, hits("secret").size());
        profile.conversations().remove(List.of(gone.conversation()));
        assertEquals(List.of("A secret that stays", "[A secret that stays]"), found("secret"));
    }

    @Test
    void filtersNarrow() throws InterruptedException {
        said("apple one", here("pear here"));
        now = now.plusSeconds(86_400);
        said("apple two", borrowed("pear there"), here(" and here"));
        assertEquals(List.of("[apple one]", "apple one"), found("apple before:2026-03-05"));
        assertEquals(List.of("[apple two]", "apple two"), found("apple after:2026-03-05"));
        assertEquals(List.of("pear there and here"), found("from:borrowed pear"));
        assertEquals(List.of("pear here", "pear there and here"), found("from:here pear"));
        assertEquals(List.of("pear there and here"), found("from:borrowed"));
        assertEquals(List.of(), found("folder:work apple"));
    }

    @Test
    void aFolderIsNamedByItsBeginning() throws Exception {
        Journal.Begun one = said("apple one");
        said("apple two");
        Label stuff = profile.folders().make("Wörk stuff");
        profile.folders().put(one.conversation(), Optional.of(stuff.id()));
        for (String typed : List.of("folder:work", "folder:\"work st\"", "folder:W")) {
            assertEquals(List.of("[apple one]", "apple one"), found(typed + " apple"), typed);
        }
        assertEquals(List.of(), found("folder:stuff apple"));
    }

    @Test
    void nothingIsAskedByNothing() throws InterruptedException {
        said("Hello!");
        for (String typed : List.of("", "  ", "!!!", "\"", "😀", "folder:", "*", "()")) {
            assertEquals(List.of(), found(typed), typed);
        }
    }

    @Test
    void progressEndsWithAll() throws InterruptedException {
        said("One", here("Two"));
        reopen();
        assertFalse(search.progress().isComplete());
        hits("one");
        assertEquals(new Progress(3, 3), search.progress());
    }

    @Test
    void theNewestOfEqualMatchesComesFirst() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            now = now.plusSeconds(1);
            said("apple", here("number " + i));
        }
        reopen();
        assertEquals(
                List.of("number 4", "number 3", "number 2", "number 1", "number 0"),
                hits("number").stream().map(hit -> hit.excerpt().text()).toList());
    }

    @Test
    void aStoreThatFailsIsWaitedFor() throws Exception {
        said("One");
        reopen();
        Rows.run(folder, "ALTER TABLE segment RENAME TO elsewhere");
        search.begin();
        search.finish();
        assertFalse(search.progress().isComplete());
        Rows.run(folder, "ALTER TABLE elsewhere RENAME TO segment");
        assertEquals(List.of("One", "[One]"), found("one"));
    }

    @Test
    void aProfileIsClosedWhileItIsRead() {
        for (int i = 0; i < 200; i++) {
            profile.journal().begin(Optional.empty(), "apple " + i);
        }
        reopen();
        search.begin();
        reopen();
        search.find(Query.typed("apple", ZoneOffset.UTC), 50);
    }

    @Test
    void importedConversationsAreReadWhole() throws InterruptedException {
        assertEquals(List.of(), found("one"));
        Journal.Begun begun = said("One");
        search.tell(new Change.OfAll(begun.conversation()));
        assertEquals(List.of("One", "[One]"), found("one"));
    }

    @Test
    void searchOfAClosedProfileSaysSo() {
        profile.close();
        Query query = new Query(List.of(), Filter.NONE.inFolder("x"));
        assertThrows(IllegalStateException.class, () -> search.find(query, 1));
    }
}
