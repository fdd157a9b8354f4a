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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A conversation may go several ways; one is shown, and none is lost.
class BranchesTest {
    @TempDir Path folder;
    private Profile profile;
    private Journal journal;
    private Conversations conversations;
    private Journal.Begun first;
    private Journal.Begun second;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        journal = profile.journal();
        conversations = profile.conversations();
        first = written(journal.begin(Optional.empty(), Optional.of("Be brief."), "One?"), "1");
        second = written(journal.begin(Optional.of(first.conversation()), "Two?"), "2");
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private Journal.Begun written(Journal.Begun begun, String reply) {
        journal.append(begun.reply(), new Segment(Source.HERE, reply));
        journal.finish(begun.reply(), State.DONE, Optional.empty());
        return begun;
    }

    private List<String> shown() {
        return conversations.messages(first.conversation()).stream().map(Message::text).toList();
    }

    @Test
    void aQuestionInThePlaceOfAnotherBeginsAnotherWay() {
        Journal.Begun other =
                written(
                        journal.beginBeside(
                                first.conversation(), second.question(), "Three?", List.of()),
                        "3");

        assertEquals(List.of("Be brief.", "One?", "1", "Three?", "3"), shown());
        assertEquals(
                Map.of(other.question(), List.of(second.question(), other.question())),
                conversations.siblings(first.conversation()));
    }

    @Test
    void theFirstQuestionMayBeAnotherToo() {
        written(
                journal.beginBeside(first.conversation(), first.question(), "Zero?", List.of()),
                "0");
        assertEquals(List.of("Be brief.", "Zero?", "0"), shown());

        ConversationId bare = journal.begin(Optional.empty(), "Alone?").conversation();
        MessageId question = conversations.messages(bare).getFirst().id();
        journal.beginBeside(bare, question, "Or not?", List.of());
        assertEquals(
                List.of("Or not?", ""),
                conversations.messages(bare).stream().map(Message::text).toList());
        assertEquals(1, conversations.siblings(bare).size());
    }

    @Test
    void anotherReplyStandsBesideTheFirst() {
        Journal.Begun again = journal.again(first.reply());
        assertEquals(first.question(), again.question());
        assertEquals(List.of("Be brief.", "One?", ""), shown());

        written(again, "one");
        assertEquals(List.of("Be brief.", "One?", "one"), shown());
        assertEquals(
                Map.of(again.reply(), List.of(first.reply(), again.reply())),
                conversations.siblings(first.conversation()));
    }

    @Test
    void theWayThroughAMessageIsShownDownToItsNewestEnd() {
        Journal.Begun again = written(journal.again(first.reply()), "one");
        conversations.show(first.reply());
        assertEquals(List.of("Be brief.", "One?", "1", "Two?", "2"), shown());

        conversations.show(again.reply());
        assertEquals(List.of("Be brief.", "One?", "one"), shown());
        written(journal.begin(Optional.of(first.conversation()), "Three?"), "3");
        conversations.show(again.reply());
        assertEquals(List.of("Be brief.", "One?", "one", "Three?", "3"), shown());
        assertThrows(
                IllegalArgumentException.class, () -> conversations.show(new MessageId("none")));
    }

    @Test
    void theWayToAMessageCanBeReadWhateverIsShown() {
        Journal.Begun again = written(journal.again(second.reply()), "two");
        assertEquals(
                List.of("Be brief.", "One?", "1", "Two?", "2"),
                conversations.messages(first.conversation(), second.reply()).stream()
                        .map(Message::text)
                        .toList());
        journal.counted(Map.of(second.reply(), 7, again.reply(), 8, first.reply(), 9), "hash");
        assertEquals(
                Map.of(second.reply(), 7, first.reply(), 9),
                conversations.counts(second.reply(), "hash"));
        assertEquals(
                Map.of(again.reply(), 8, first.reply(), 9),
                conversations.counts(first.conversation(), "hash"));
    }

    @Test
    void whatAPersonPutsInThePlaceOfAReplyIsWholeAtOnce() {
        Journal.Begun mine = journal.rewrite(second.reply(), "II", "{\"target\":\"person\"}");
        Message reply = conversations.messages(first.conversation()).getLast();
        assertEquals(mine.reply(), reply.id());
        assertEquals("II", reply.text());
        assertEquals(State.DONE, reply.state());
        assertEquals(Optional.empty(), reply.facts());
        assertEquals(Optional.of("{\"target\":\"person\"}"), reply.decision());
        assertEquals(List.of(), conversations.answered(), "nobody answered it");
    }

    @Test
    void theEndOfAWayCanBeReadAlone() {
        assertEquals(
                List.of("1", "Two?", "2"),
                conversations.last(first.conversation(), 3).stream().map(Message::text).toList());
        assertEquals(
                shown(),
                conversations.last(first.conversation(), 5).stream().map(Message::text).toList());
        assertEquals(5, conversations.last(first.conversation(), 500).size());
        assertEquals(List.of(), conversations.last(new ConversationId("none"), 3));
    }

    @Test
    void onlyARepliesPlaceTakesAnother() {
        assertThrows(IllegalArgumentException.class, () -> journal.again(first.question()));
        assertThrows(IllegalArgumentException.class, () -> journal.again(new MessageId("none")));
        assertEquals(List.of("Be brief.", "One?", "1", "Two?", "2"), shown());
    }

    @Test
    void allWaysOutliveTheProgram() {
        written(journal.again(first.reply()), "one");
        profile.close();
        profile = Profile.open(folder);
        conversations = profile.conversations();
        assertEquals(List.of("Be brief.", "One?", "one"), shown());
        conversations.show(second.reply());
        assertEquals(List.of("Be brief.", "One?", "1", "Two?", "2"), shown());
    }
}
