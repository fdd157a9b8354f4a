package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Ways.Place;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class WaysTest {
    @TempDir Path folder;
    private Profile profile;
    private Journal.Begun one;
    private Journal.Begun two;
    private Journal.Begun three;

    @BeforeEach
    void threeQuestionsTheLastInThePlaceOfTheSecond() {
        profile = Profile.open(folder);
        one = said(profile.journal().begin(Optional.empty(), Optional.of("Be brief."), "One?"));
        two = said(profile.journal().begin(Optional.of(one.conversation()), "Two?"));
        three =
                said(
                        profile.journal()
                                .beginBeside(
                                        one.conversation(), two.question(), "Three?", List.of()));
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private void again() {
        profile.close();
        profile = Profile.open(folder);
    }

    private Journal.Begun said(Journal.Begun begun) {
        profile.journal()
                .append(begun.reply(), new Message.Segment(Message.Source.BORROWED, "Yes."));
        profile.journal()
                .finish(
                        begun.reply(),
                        Message.State.DONE,
                        Optional.of(
                                new Message.Facts(
                                        "starter", 5, 2, 0.5, 9, java.time.Instant.EPOCH)));
        return begun;
    }

    private List<String> shown(ConversationId id) {
        return profile.conversations().messages(id).stream().map(Message::text).toList();
    }

    private List<String> shown() {
        return shown(one.conversation());
    }

    private boolean holds(Journal.Begun begun) {
        return profile.conversations().holds(one.conversation(), begun.question());
    }

    @Test
    void aMessageIsHeldOnAnyWayUntilItIsTakenAway() {
        assertTrue(holds(one) && holds(two) && holds(three));
        Journal.Begun other = said(profile.journal().begin(Optional.empty(), "Elsewhere?"));
        assertFalse(holds(other));
        profile.ways().remove(three.question());
        assertFalse(holds(three));
        profile.conversations().delete(one.conversation());
        assertFalse(holds(one), "all of it lies in the trash");
    }

    @Test
    void whatIsTakenAwayGoesWithAllBelowItAndComesBack() {
        profile.ways().remove(three.question());
        assertEquals(List.of("Be brief.", "One?", "Yes.", "Two?", "Yes."), shown());
        assertEquals(Map.of(), profile.conversations().siblings(one.conversation()));
        profile.ways().restore(three.question());
        assertEquals(List.of("Be brief.", "One?", "Yes.", "Three?", "Yes."), shown());
        assertEquals(
                Map.of(three.question(), List.of(two.question(), three.question())),
                profile.conversations().siblings(one.conversation()));
    }

    @Test
    void theLastWayGoesBackToWhatStandsAbove() {
        profile.ways().remove(one.reply());
        assertEquals(List.of("Be brief.", "One?"), shown());
        said(profile.journal().begin(Optional.of(one.conversation()), "Four?"));
        assertEquals(List.of("Be brief.", "One?", "Four?", "Yes."), shown());
        profile.ways().restore(one.reply());
        assertEquals(List.of("Be brief.", "One?", "Yes.", "Three?", "Yes."), shown());
    }

    @Test
    void whatWasTakenAwayBeforeStaysAway() {
        profile.ways().remove(three.reply());
        profile.ways().remove(one.reply());
        profile.ways().restore(one.reply());
        assertEquals(List.of("Be brief.", "One?", "Yes.", "Three?"), shown());
    }

    @Test
    void afterARestartItIsGoneForGood() throws Exception {
        profile.ways().remove(three.question());
        again();
        assertEquals("5", Rows.first(folder, "SELECT count(*) FROM message"));
        assertEquals(List.of("Be brief.", "One?", "Yes.", "Two?", "Yes."), shown());
        assertThrows(IllegalArgumentException.class, () -> profile.ways().remove(three.question()));
    }

    @Test
    void itIsNotTakenElsewhere() {
        profile.ways().remove(three.question());
        assertEquals(5, profile.past().find(one.conversation()).orElseThrow().messages().size());
        assertEquals(5, profile.ways().tree(one.conversation()).size());
    }

    @Test
    void whatIsPutAwayComesBackWhenMoreIsSaid() {
        ConversationId id = one.conversation();
        profile.conversations().archive(id);
        again();
        assertTrue(shelf(id).archived().isPresent());
        profile.conversations().unarchive(id);
        assertTrue(shelf(id).archived().isEmpty());
        profile.conversations().archive(id);
        said(profile.journal().begin(Optional.of(id), "Four?"));
        assertTrue(shelf(id).archived().isEmpty());
    }

    private Conversation.Shelf shelf(ConversationId id) {
        return profile.conversations().find(id).orElseThrow().shelf();
    }

    @Test
    void theTreeHasEveryMessageBehindItsParent() {
        List<Place> tree = profile.ways().tree(one.conversation());
        assertEquals(7, tree.size());
        assertEquals(Optional.empty(), tree.getFirst().parent());
        assertEquals(
                new Place(two.question(), Optional.of(one.reply()), Message.Speaker.USER, "Two?"),
                tree.get(3));
        assertEquals(Optional.of(one.reply()), tree.get(5).parent());
    }

    @Test
    void aForkSaysTheSameAndIsApart() {
        Attachment notes = profile.attachments().add(one.question(), "n.txt", new byte[] {'n'});
        profile.conversations().setUp(one.conversation(), "{}");
        ConversationId fork = profile.ways().fork(two.reply());
        again();
        List<String> all = List.of("Be brief.", "One?", "Yes.", "Two?", "Yes.");
        assertEquals(all, shown(fork));
        assertEquals(Optional.of("{}"), profile.conversations().setup(fork));
        assertEquals(fork, profile.conversations().list().getFirst().id());
        List<Message> copied = profile.conversations().messages(fork);
        List<Message> from = profile.conversations().messages(one.conversation(), two.reply());
        assertEquals(from.getLast().facts(), copied.getLast().facts());
        assertEquals(from.getLast().segments(), copied.getLast().segments());
        Attachment copy = profile.attachments().of(copied.get(1).id()).getFirst();
        assertNotEquals(notes.id(), copy.id());
        assertArrayEquals(new byte[] {'n'}, profile.attachments().bytes(copy.id()).orElseThrow());
        profile.conversations().delete(one.conversation());
        profile.conversations().remove(List.of(one.conversation()));
        assertEquals(all, shown(fork));
    }
}
