package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.Speaker;
import nearside.storage.Message.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JournalTest {
    private static final Message.Facts FACTS =
            new Message.Facts(
                    "starter", 40, 7, 0.25, 61.5, Instant.parse("2026-01-02T03:04:05.123456789Z"));

    @TempDir Path folder;
    private Profile profile;
    private Journal journal;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        journal = profile.journal();
    }

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void beginCommitsTheQuestionAndAnEmptyReply() {
        Journal.Begun begun = journal.begin(Optional.empty(), "Why is the sky blue?");

        assertEquals(
                List.of(question(begun, "Why is the sky blue?"), reply(begun, State.WRITING)),
                messages(begun));
    }

    @Test
    void aNewConversationIsNamedAfterItsQuestion() {
        Journal.Begun begun = journal.begin(Optional.empty(), "\n  Why is the sky blue?\nTell me.");

        assertEquals("Why is the sky blue?", profile.conversations().list().getFirst().title());
        assertEquals(begun.conversation(), profile.conversations().list().getFirst().id());
    }

    @Test
    void aSecondQuestionGoesUnderTheEndOfTheShownPath() {
        Journal.Begun first = begun();
        journal.finish(first.reply(), State.DONE, Optional.empty());

        Journal.Begun second = journal.begin(Optional.of(first.conversation()), "And at night?");

        assertEquals(
                List.of(first.question(), first.reply(), second.question(), second.reply()),
                messages(first).stream().map(Message::id).toList());
    }

    @Test
    void beginInAnUnknownConversationIsAMistakeAndWritesNothing() {
        ConversationId unknown = new ConversationId("none");

        assertThrows(
                IllegalArgumentException.class, () -> journal.begin(Optional.of(unknown), "?"));
        assertEquals(List.of(), profile.conversations().list());
    }

    @Test
    void appendedPiecesAreReadAsOneTextWhileTheReplyIsWritten() {
        Journal.Begun begun = begun();

        append(begun, "Because ");
        append(begun, "of scattering.");

        assertEquals(
                List.of(
                        question(begun, "Hello"),
                        reply(begun, State.WRITING, here("Because of scattering."))),
                messages(begun));
    }

    @Test
    void finishFoldsThePiecesAndKeepsTheFacts() {
        Journal.Begun begun = begun();
        append(begun, "Because ");
        append(begun, "of scattering.");

        journal.finish(begun.reply(), State.DONE, Optional.of(FACTS));

        assertEquals(
                new Message(
                        begun.reply(),
                        Speaker.ASSISTANT,
                        State.DONE,
                        Message.Text.of(List.of(here("Because of scattering."))),
                        Optional.of(FACTS),
                        Optional.empty()),
                messages(begun).getLast());
    }

    @Test
    void segmentsChangeWhereTheSourceDoes() {
        Journal.Begun begun = begun();
        append(begun, "one ");
        journal.append(begun.reply(), borrowed("two "));
        journal.append(begun.reply(), borrowed("three "));
        append(begun, "four");

        List<Segment> expected = List.of(here("one "), borrowed("two three "), here("four"));
        assertEquals(expected, messages(begun).getLast().segments());
        journal.finish(begun.reply(), State.DONE, Optional.empty());
        assertEquals(expected, messages(begun).getLast().segments());
    }

    @Test
    void aResumedReplyGoesOnInItsLastSegment() {
        Journal.Begun begun = begun();
        append(begun, "one ");
        journal.finish(begun.reply(), State.STOPPED, Optional.of(FACTS));

        journal.resume(begun.reply());
        append(begun, "two ");
        journal.append(begun.reply(), borrowed("three"));

        List<Segment> expected = List.of(here("one two "), borrowed("three"));
        assertEquals(
                reply(begun, State.WRITING, expected.get(0), expected.get(1)),
                messages(begun).getLast());
        journal.finish(begun.reply(), State.DONE, Optional.empty());
        assertEquals(
                reply(begun, State.DONE, expected.get(0), expected.get(1)),
                messages(begun).getLast());
    }

    @Test
    void aReplyResumedByAnotherSourceGetsANewSegment() {
        Journal.Begun begun = begun();
        append(begun, "one ");
        journal.finish(begun.reply(), State.CUT, Optional.empty());

        journal.resume(begun.reply());
        journal.append(begun.reply(), borrowed("two"));
        journal.finish(begun.reply(), State.DONE, Optional.empty());

        assertEquals(List.of(here("one "), borrowed("two")), messages(begun).getLast().segments());
    }

    @Test
    void resumingTwiceIsResumingOnce() {
        Journal.Begun begun = begun();
        append(begun, "one ");

        journal.resume(begun.reply());
        append(begun, "two");

        assertEquals(List.of(here("one two")), messages(begun).getLast().segments());
    }

    @Test
    void finishingTwiceIsFinishingOnce() {
        Journal.Begun begun = begun();
        append(begun, "one");
        journal.finish(begun.reply(), State.DONE, Optional.of(FACTS));

        journal.finish(begun.reply(), State.DONE, Optional.of(FACTS));

        assertEquals(List.of(here("one")), messages(begun).getLast().segments());
    }

    @Test
    void anEmptyReplyEndsWithoutSegments() {
        Journal.Begun begun = begun();

        journal.finish(begun.reply(), State.FAILED, Optional.empty());

        assertEquals(reply(begun, State.FAILED), messages(begun).getLast());
    }

    @Test
    void anEmptyPieceLeavesNoSegment() {
        Journal.Begun begun = begun();
        append(begun, "");

        journal.finish(begun.reply(), State.DONE, Optional.empty());

        assertEquals(reply(begun, State.DONE), messages(begun).getLast());
    }

    @Test
    void theDecisionIsKeptAndReplaced() {
        Journal.Begun begun = begun();
        journal.decided(begun.reply(), "{\"reason\":\"NO_MEMORY_LOAD\"}");

        journal.decided(begun.reply(), "{\"reason\":\"FITS\"}");

        assertEquals(Optional.of("{\"reason\":\"FITS\"}"), messages(begun).getLast().decision());
    }

    @Test
    void appendToAFinishedReplyIsAMistake() {
        Journal.Begun begun = begun();
        journal.finish(begun.reply(), State.DONE, Optional.empty());

        assertThrows(IllegalStateException.class, () -> append(begun, "late"));
        assertEquals(List.of(), messages(begun).getLast().segments());
    }

    @Test
    void unknownMessagesAreMistakes() {
        MessageId unknown = new MessageId("none");

        assertThrows(IllegalArgumentException.class, () -> journal.resume(unknown));
        assertThrows(IllegalArgumentException.class, () -> journal.decided(unknown, "{}"));
        assertThrows(
                IllegalArgumentException.class, () -> journal.counted(Map.of(unknown, 1), "h"));
        assertThrows(
                IllegalArgumentException.class,
                () -> journal.finish(unknown, State.DONE, Optional.empty()));
    }

    @Test
    void aQuestionCannotBeResumed() {
        Journal.Begun begun = begun();

        assertThrows(IllegalArgumentException.class, () -> journal.resume(begun.question()));
        assertEquals(State.DONE, messages(begun).getFirst().state());
    }

    @Test
    void finishingAsWritingIsAMistake() {
        Journal.Begun begun = begun();

        assertThrows(
                IllegalArgumentException.class,
                () -> journal.finish(begun.reply(), State.WRITING, Optional.empty()));
    }

    @Test
    void twoRepliesAreWrittenSideBySide() {
        Journal.Begun one = begun();
        Journal.Begun two = begun();
        append(one, "a");
        append(two, "1");
        append(one, "b");
        append(two, "2");

        assertEquals(List.of(here("ab")), messages(one).getLast().segments());
        assertEquals(List.of(here("12")), messages(two).getLast().segments());
    }

    private Journal.Begun begun() {
        return journal.begin(Optional.empty(), "Hello");
    }

    private void append(Journal.Begun begun, String text) {
        journal.append(begun.reply(), here(text));
    }

    private List<Message> messages(Journal.Begun begun) {
        return profile.conversations().messages(begun.conversation());
    }

    private static Segment here(String text) {
        return new Segment(Source.HERE, text);
    }

    private static Segment borrowed(String text) {
        return new Segment(Source.BORROWED, text);
    }

    private static Message question(Journal.Begun begun, String text) {
        return new Message(
                begun.question(),
                Speaker.USER,
                State.DONE,
                Message.Text.of(List.of(here(text))),
                Optional.empty(),
                Optional.empty());
    }

    private static Message reply(Journal.Begun begun, State state, Segment... segments) {
        return new Message(
                begun.reply(),
                Speaker.ASSISTANT,
                state,
                Message.Text.of(List.of(segments)),
                Optional.empty(),
                Optional.empty());
    }
}
