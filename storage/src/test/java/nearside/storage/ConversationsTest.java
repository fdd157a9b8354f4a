package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ConversationsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.000000006Z");

    @TempDir Path folder;
    private Profile profile;
    private Conversations conversations;

    @BeforeEach
    void open() {
        profile =
                Profile.open(
                        folder, Optional.empty(), new Unlock.Usual(), InstantSource.fixed(NOW));
        conversations = profile.conversations();
    }

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void thereAreNoneAtFirst() {
        assertEquals(List.of(), conversations.list());
    }

    @Test
    void theListIsNewestFirstByOrderOfWritingNotByTime() {
        Journal.Begun one = begun("one");
        Journal.Begun two = begun("two");
        profile.journal().begin(Optional.of(one.conversation()), "again");

        assertEquals(
                List.of(
                        new Conversation(one.conversation(), "one", NOW, Conversation.Shelf.LOOSE),
                        new Conversation(two.conversation(), "two", NOW, Conversation.Shelf.LOOSE)),
                conversations.list());
    }

    @Test
    void renameChangesTheTitleAndNotTheOrder() {
        Journal.Begun one = begun("one");
        Journal.Begun two = begun("two");

        conversations.rename(one.conversation(), "uno");

        assertEquals(
                List.of(
                        new Conversation(two.conversation(), "two", NOW, Conversation.Shelf.LOOSE),
                        new Conversation(one.conversation(), "uno", NOW, Conversation.Shelf.LOOSE)),
                conversations.list());
    }

    @Test
    void aDeletedOneIsHiddenUntilItIsRestored() {
        Journal.Begun one = begun("one");

        conversations.delete(one.conversation());
        assertEquals(List.of(), conversations.list());
        assertEquals(Optional.empty(), conversations.find(one.conversation()));

        conversations.restore(one.conversation());
        assertEquals(
                Optional.of(
                        new Conversation(one.conversation(), "one", NOW, Conversation.Shelf.LOOSE)),
                conversations.find(one.conversation()));
        assertEquals(2, conversations.messages(one.conversation()).size());
    }

    @Test
    void aReplyIsWrittenOnInADeletedConversation() {
        Journal.Begun one = begun("one");
        conversations.delete(one.conversation());

        append(one, "still");
        profile.journal().finish(one.reply(), State.DONE, Optional.empty());
        conversations.restore(one.conversation());

        assertEquals("still", conversations.messages(one.conversation()).getLast().text());
    }

    @Test
    void anUnknownConversationHasNoMessagesAndCannotBeChanged() {
        ConversationId unknown = new ConversationId("none");

        assertEquals(Optional.empty(), conversations.find(unknown));
        assertEquals(List.of(), conversations.messages(unknown));
        assertThrows(IllegalArgumentException.class, () -> conversations.rename(unknown, "x"));
        assertThrows(IllegalArgumentException.class, () -> conversations.delete(unknown));
        assertThrows(IllegalArgumentException.class, () -> conversations.restore(unknown));
    }

    @Test
    void countsAreThoseOfTheShownPath() {
        Journal.Begun one = begun("one");
        append(one, "reply");
        begun("two");
        profile.journal().counted(Map.of(one.question(), 3), "hash");
        profile.journal().counted(Map.of(one.reply(), 4), "hash");

        assertEquals(
                Map.of(one.question(), 3, one.reply(), 4),
                conversations.counts(one.conversation(), "hash"));
        assertEquals(Map.of(), conversations.counts(one.conversation(), "other"));
        assertEquals(Map.of(), conversations.counts(new ConversationId("none"), "hash"));
    }

    @Test
    void countingAgainReplacesTheCount() {
        Journal.Begun one = begun("one");
        profile.journal().counted(Map.of(one.question(), 3), "hash");
        profile.journal().counted(Map.of(one.question(), 5), "hash");

        assertEquals(Map.of(one.question(), 5), conversations.counts(one.conversation(), "hash"));
    }

    @Test
    void aResumedReplyMustBeCountedAgain() {
        Journal.Begun one = begun("one");
        append(one, "reply");
        profile.journal().finish(one.reply(), State.STOPPED, Optional.empty());
        profile.journal().counted(Map.of(one.question(), 3), "hash");
        profile.journal().counted(Map.of(one.reply(), 4), "hash");

        profile.journal().resume(one.reply());

        assertEquals(Map.of(one.question(), 3), conversations.counts(one.conversation(), "hash"));
    }

    private Journal.Begun begun(String question) {
        return profile.journal().begin(Optional.empty(), question);
    }

    private void append(Journal.Begun begun, String text) {
        profile.journal().append(begun.reply(), new Segment(Source.HERE, text));
    }
}
