package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A commit that failed may be in the file or not; repeating it comes to the same either way.
class NewTurnTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Journal.Begun IDS = ids("c", "q", "r");

    @TempDir Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, Secrets.open(folder, Optional.empty(), new Unlock.Usual()), NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theSameTurnPutTwiceIsThereOnce() {
        put(new Asked(Optional.empty(), Optional.empty(), "Hello"), IDS);
        List<Message> once = messages();

        put(new Asked(Optional.empty(), Optional.empty(), "Hello"), IDS);

        assertEquals(once, messages());
        assertEquals(1, conversations().list().size());
    }

    @Test
    void aFollowingTurnPutTwiceIsThereOnce() {
        put(new Asked(Optional.empty(), Optional.empty(), "Hello"), IDS);
        Asked again = new Asked(Optional.of(IDS.conversation()), Optional.of("Not again."), "And?");

        put(again, ids("c", "q2", "r2"));
        put(again, ids("c", "q2", "r2"));

        assertEquals(
                List.of("q", "r", "q2", "r2"),
                messages().stream().map(message -> message.id().value()).toList());
    }

    @Test
    void theSameFilesPutTwiceAreThereOnce() {
        TimeOrderedIds fresh = new TimeOrderedIds(() -> NOW);
        Attachments attachments = new Attachments(store, fresh);
        Attachment notes =
                new DraftFiles(store, fresh).add(Optional.empty(), "n.txt", new byte[] {'n'});
        Asked first = asked(Optional.empty(), notes.id());
        put(first, IDS);
        put(first, IDS);
        assertEquals(List.of(notes), attachments.of(IDS.question()));

        Asked copied = asked(Optional.of(IDS.conversation()), notes.id());
        put(copied, ids("c", "q2", "r2"));
        put(copied, ids("c", "q2", "r2"));
        assertEquals(
                List.of(new Attachment(new AttachmentId("f"), "n.txt", 1)),
                attachments.of(new MessageId("q2")));
        assertEquals(List.of(notes), attachments.of(IDS.question()));
    }

    private static Asked asked(Optional<ConversationId> conversation, AttachmentId file) {
        return new Asked(conversation, Optional.empty(), "Hello", List.of(file), Optional.empty());
    }

    @Test
    void theReplyIsOpenAndTheQuestionDone() {
        put(new Asked(Optional.empty(), Optional.empty(), "Hello"), IDS);

        assertEquals(
                List.of(State.DONE, State.WRITING),
                messages().stream().map(Message::state).toList());
    }

    @Test
    void aNewConversationBeginsWithWhatTheModelIsTold() {
        Asked asked = new Asked(Optional.empty(), Optional.of("Be brief."), "Hello");
        put(asked, IDS);
        put(asked, IDS);

        assertEquals(
                List.of("Be brief.", "Hello", ""), messages().stream().map(Message::text).toList());
        assertEquals(Message.Speaker.SYSTEM, messages().getFirst().speaker());
        assertEquals("Hello", conversations().list().getFirst().title());
    }

    private void put(Asked asked, Journal.Begun ids) {
        store.secrets().makeKeys(List.of(ids.conversation().value()));
        store.write(session ->
                NewTurn.put(
                        session,
                        store.contents(),
                        asked,
                        new Asked.Ids(
                                ids,
                                new MessageId("s"),
                                asked.files().stream().map(_ -> new AttachmentId("f")).toList()),
                        NOW));
    }

    private Conversations conversations() {
        KvSnapshots none = KvSnapshots.in(folder, SnapshotKeys.ofOne("none"));
        return new Conversations(store, new Removal(store, none), new Search(store), () -> NOW);
    }

    private List<Message> messages() {
        return conversations().messages(IDS.conversation());
    }

    private static Journal.Begun ids(String conversation, String question, String reply) {
        return new Journal.Begun(
                new ConversationId(conversation), new MessageId(question), new MessageId(reply));
    }
}
