package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastId;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastTally;
import nearside.storage.past.page.PastJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class PastTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Past.Watch ON = _ -> Next.GO_ON;

    @TempDir Path room;
    private Profile profile;
    private Past past;

    @BeforeEach
    void open() {
        profile =
                Profile.open(
                        room.resolve("profile"),
                        Optional.empty(),
                        new Unlock.Usual(),
                        InstantSource.fixed(NOW));
        past = profile.past();
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private void reopen() {
        profile.close();
        open();
    }

    /// A chat of Open WebUI, which is short to write: each message is `id parent text`.
    private Path chat(String id, String shown, String... messages) throws IOException {
        List<String> tree = new ArrayList<>();
        for (String message : messages) {
            String[] parts = message.split(" ", 3);
            tree.add(
                    "\"%s\":{\"id\":\"%s\",\"parentId\":\"%s\",\"role\":\"%s\",\"content\":\"%s\"}"
                            .formatted(
                                    parts[0],
                                    parts[0],
                                    parts[1],
                                    parts[0].startsWith("q") ? "user" : "assistant",
                                    parts[2]));
        }
        return Files.writeString(
                room.resolve(id + ".json"),
                """
                [{"id": "%s", "title": "Chat %s", "created_at": 1700000000, "updated_at": %d,
                  "chat": {"history": {"currentId": "%s", "messages": {%s}}}}]
                """
                        .formatted(
                                id,
                                id,
                                1700000000 + messages.length,
                                shown,
                                String.join(",", tree)));
    }

    private PastTally bringIn(Path... files) {
        return past.bringIn(List.of(files), ON);
    }

    private static ConversationId id(String chat) {
        return new ConversationId(PastId.of(PastSource.OPEN_WEBUI, chat));
    }

    private List<String> shown(String chat) {
        return profile.conversations().messages(id(chat)).stream().map(Message::text).toList();
    }

    private List<String> titles() {
        return profile.conversations().list().stream().map(Conversation::title).toList();
    }

    private static PastTally.Conversations conversations(
            int fresh, int grown, int back, int known) {
        return new PastTally.Conversations(fresh, grown, back, known);
    }

    @Test
    void whatIsBroughtInIsThereWithItsBranches() throws Exception {
        PastTally tally = bringIn(chat("c", "a2", "q1 - Why?", "a1 q1 No.", "a2 q1 Yes."));
        assertEquals(conversations(1, 0, 0, 0), tally.conversations());
        assertEquals(new PastTally.Messages(3, 0, 0), tally.messages());
        assertEquals(List.of("Why?", "Yes."), shown("c"));
        assertEquals(3, past.find(id("c")).orElseThrow().messages().size());
        assertEquals(
                List.of(
                        new Conversation(
                                id("c"),
                                "Chat c",
                                Instant.ofEpochSecond(1700000003),
                                Conversation.Shelf.LOOSE)),
                profile.conversations().list());
    }

    @Test
    void aPreviewTellsTheSameAndWritesNothing() throws Exception {
        Path file = chat("c", "a1", "q1 - Why?", "a1 q1 No.");
        PastTally preview = past.preview(List.of(file, file), ON);
        assertEquals(conversations(1, 0, 0, 1), preview.conversations());
        assertEquals(List.of(), profile.conversations().list());
        assertEquals(preview, bringIn(file, file));
    }

    @Test
    void broughtInAgainNothingChanges() throws Exception {
        Path file = chat("c", "a1", "q1 - Why?", "a1 q1 No.");
        bringIn(file);
        Optional<PastConversation> before = past.find(id("c"));
        PastTally again = bringIn(file);
        assertEquals(conversations(0, 0, 0, 1), again.conversations());
        assertEquals(new PastTally.Messages(0, 2, 0), again.messages());
        assertEquals(before, past.find(id("c")));
    }

    @Test
    void oneThatGrewGetsTheNewMessagesAndShowsThem() throws Exception {
        bringIn(chat("c", "a1", "q1 - Why?", "a1 q1 No."));
        PastTally grown =
                bringIn(chat("c", "a2", "q1 - Why?", "a1 q1 No.", "q2 a1 So?", "a2 q2 So."));
        assertEquals(conversations(0, 1, 0, 0), grown.conversations());
        assertEquals(new PastTally.Messages(2, 2, 0), grown.messages());
        assertEquals(List.of("Why?", "No.", "So?", "So."), shown("c"));
    }

    @Test
    void whatWasSaidHereSinceStaysAndStaysShown() throws Exception {
        bringIn(chat("c", "a1", "q1 - Why?", "a1 q1 No."));
        Journal.Begun here = profile.journal().begin(Optional.of(id("c")), "Here?");
        profile.journal().append(here.reply(), new Segment(Source.HERE, "Here."));
        profile.journal().finish(here.reply(), State.DONE, Optional.empty());

        bringIn(chat("c", "a2", "q1 - Why?", "a1 q1 No.", "q2 a1 There?", "a2 q2 There."));

        assertEquals(List.of("Why?", "No.", "Here?", "Here."), shown("c"));
        assertEquals(6, past.find(id("c")).orElseThrow().messages().size());
    }

    @Test
    void whatSaysSomethingElseOverThereStaysAsItIsHereAndIsCounted() throws Exception {
        bringIn(chat("c", "a1", "q1 - Why?", "a1 q1 No."));
        PastTally tally = bringIn(chat("c", "a1", "q1 - Why?", "a1 q1 Never."));
        assertEquals(new PastTally.Messages(0, 2, 1), tally.messages());
        assertEquals(List.of("Why?", "No."), shown("c"));
    }

    @Test
    void aTitleThatWasChangedHereStays() throws Exception {
        bringIn(chat("c", "a1", "q1 - Why?", "a1 q1 No."));
        profile.conversations().rename(id("c"), "Mine");
        bringIn(chat("c", "q2", "q1 - Why?", "a1 q1 No.", "q2 a1 So?"));
        assertEquals(List.of("Mine"), titles());
    }

    @Test
    void oneInTheTrashComesBack() throws Exception {
        Path file = chat("c", "a1", "q1 - Why?", "a1 q1 No.");
        bringIn(file);
        profile.conversations().delete(id("c"));
        assertEquals(conversations(0, 0, 1, 0), past.preview(List.of(file), ON).conversations());
        assertEquals(List.of(), titles());
        assertEquals(conversations(0, 0, 1, 0), bringIn(file).conversations());
        assertEquals(List.of("Why?", "No."), shown("c"));
        assertEquals(List.of("Chat c"), titles());
    }

    @Test
    void oneThatWasRemovedForGoodComesBackUnderAKeyOfItsOwn() throws Exception {
        Path file = chat("c", "a1", "q1 - Why?", "a1 q1 No.");
        bringIn(file);
        profile.conversations().remove(List.of(id("c")));
        assertEquals(Optional.empty(), past.find(id("c")));
        assertEquals(conversations(1, 0, 0, 0), bringIn(file).conversations());
        reopen();
        assertEquals(List.of("Why?", "No."), shown("c"));
        assertEquals(List.of("Chat c"), titles());
    }

    /// The key goes first and the rows after it: what a crash between the two leaves is noise.
    @Test
    void rowsWithoutAKeyAreReplaced() throws Exception {
        Path file = chat("c", "a1", "q1 - Why?", "a1 q1 No.");
        bringIn(file);
        profile.close();
        byte[] rows = Files.readAllBytes(room.resolve("profile").resolve(Store.FILE));
        open();
        profile.conversations().remove(List.of(id("c")));
        profile.close();
        Files.write(room.resolve("profile").resolve(Store.FILE), rows);
        open();
        assertEquals(List.of(""), titles(), "rows, but no key");
        assertEquals(conversations(1, 0, 0, 0), bringIn(file).conversations());
        assertEquals(List.of("Why?", "No."), shown("c"));
    }

    @Test
    void theListHasWhatWasSaidHereFirstAndThePastByItsTime() throws Exception {
        profile.journal().begin(Optional.empty(), "Here");
        bringIn(
                chat("old", "q1", "q1 - a"),
                chat("new", "a2", "q1 - a", "a1 q1 b", "a2 q1 c"),
                chat("mid", "a1", "q1 - a", "a1 q1 b"));
        assertEquals(List.of("Here", "Chat new", "Chat mid", "Chat old"), titles());
        profile.journal().begin(Optional.of(id("old")), "Again");
        assertEquals(List.of("Chat old", "Here", "Chat new", "Chat mid"), titles());
    }

    @Test
    void aModelThatNothingWasMeasuredOfIsKeptWithoutAFooter() throws Exception {
        Path file = chat("c", "a1", "q1 - Why?", "a1 q1 No.");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"content\":\"No.\"", "\"content\":\"No.\",\"model\":\"m\""));
        bringIn(file);
        assertEquals(Optional.empty(), profile.conversations().messages(id("c")).getLast().facts());
        assertEquals(
                Optional.of("m"),
                past.find(id("c")).orElseThrow().path().getLast().making().model());
    }

    @Test
    void aStopLeavesWholeConversations() throws Exception {
        Path[] files = {
            chat("one", "a1", "q1 - a", "a1 q1 b"),
            chat("two", "a1", "q1 - a", "a1 q1 b"),
            chat("three", "a1", "q1 - a", "a1 q1 b")
        };
        AtomicInteger asked = new AtomicInteger();
        PastTally tally =
                past.bringIn(
                        List.of(files), _ -> asked.incrementAndGet() == 2 ? Next.STOP : Next.GO_ON);
        assertEquals(conversations(2, 0, 0, 0), tally.conversations());
        assertEquals(2, asked.get());
        assertEquals(List.of("a", "b"), shown("two"));
        assertEquals(List.of(), shown("three"));
    }

    @Test
    void refusalsAreCountedAndOnlyTheFirstAreListed() throws Exception {
        Path file =
                Files.writeString(
                        room.resolve("many.json"),
                        "[{\"mapping\":{},\"id\":\"x\"}" + ",1".repeat(1500) + "]");
        PastTally tally = bringIn(file);
        assertEquals(1500, tally.refused());
        assertEquals(PastTally.LISTED, tally.refusals().size());
    }

    private Path written(PastConversation... conversations) throws IOException {
        Path file = Files.createTempFile(room, "export", ".json");
        try (Writer out = Files.newBufferedWriter(file);
                PastJson json = new PastJson(out)) {
            for (PastConversation conversation : conversations) {
                json.write(conversation);
            }
        }
        return file;
    }

    private Journal.Begun answered(String question) {
        Journal.Begun begun =
                profile.journal().begin(Optional.empty(), Optional.of("Be brief."), question);
        profile.journal().append(begun.reply(), new Segment(Source.HERE, "Here. "));
        profile.journal().append(begun.reply(), new Segment(Source.BORROWED, "There."));
        profile.journal().decided(begun.reply(), "{\"reason\":\"FITS\"}");
        profile.journal()
                .finish(
                        begun.reply(),
                        State.LENGTH,
                        Optional.of(new Message.Facts("m", 5, 2, 0.25, 8.5, NOW)));
        return begun;
    }

    @Test
    void whatIsTakenAwayFromHereComesInElsewhereAsItWas() throws Exception {
        Journal.Begun begun = answered("Why?");
        PastConversation whole = past.find(begun.conversation()).orElseThrow();
        List<Message> messages = profile.conversations().messages(begun.conversation());
        Path file = written(whole);
        try (Profile other = Profile.open(room.resolve("other"))) {
            assertEquals(
                    conversations(1, 0, 0, 0),
                    other.past().bringIn(List.of(file), ON).conversations());
            assertEquals(Optional.of(whole), other.past().find(begun.conversation()));
            assertEquals(messages, other.conversations().messages(begun.conversation()));
        }
    }

    @Test
    void aReplyThatIsBeingWrittenIsTakenAsFarAsItGoes() {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), "Why?");
        profile.journal().append(begun.reply(), new Segment(Source.HERE, "Bec"));
        PastMessage reply = past.find(begun.conversation()).orElseThrow().path().getLast();
        assertEquals("Bec", reply.text());
        assertEquals(PastMessage.State.CUT, reply.head().state());
    }

    @Test
    void whatCannotBeReadIsSeenInWhatIsTakenAway() throws Exception {
        Journal.Begun begun = answered("Why?");
        profile.close();
        Rows.run(
                room.resolve("profile"),
                "UPDATE segment SET text = zeroblob(40) WHERE message = 2");
        open();
        assertEquals(
                "\uFFFD", past.find(begun.conversation()).orElseThrow().messages().get(1).text());
    }

    @Test
    void anIdThatBelongsToAnotherConversationIsRefused() throws Exception {
        PastConversation mine = past.find(answered("Why?").conversation()).orElseThrow();
        String other = "00000000-0000-4000-8000-000000000001";
        Path file =
                written(
                        new PastConversation(
                                other,
                                mine.head(),
                                mine.filing(),
                                mine.messages(),
                                mine.shown(),
                                mine.extra()));
        PastTally tally = bringIn(file);
        assertEquals(conversations(0, 0, 0, 0), tally.conversations());
        assertTrue(tally.refusals().getFirst() instanceof PastRefusal.Taken, tally.toString());
        assertEquals(Optional.empty(), past.find(new ConversationId(other)));
        assertEquals(Optional.of(mine), past.find(new ConversationId(mine.id())));
    }

    @Test
    void foldersAndTagsOfOneNameAreOne() throws Exception {
        PastConversation plain = past.find(answered("Why?").conversation()).orElseThrow();
        PastConversation.Filing filing =
                new PastConversation.Filing(
                        Optional.of("Work"), List.of("a", "b"), Optional.of(NOW));
        List<PastConversation> filed = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            filed.add(
                    new PastConversation(
                            "00000000-0000-4000-8000-00000000000" + i,
                            plain.head(),
                            filing,
                            List.of(),
                            Optional.empty(),
                            Optional.empty()));
        }
        bringIn(written(filed.getFirst(), filed.getLast()));
        for (PastConversation each : filed) {
            assertEquals(Optional.of(each), past.find(new ConversationId(each.id())));
        }
        profile.close();
        assertEquals(1, Rows.count(room.resolve("profile"), "folder"));
        assertEquals(2, Rows.count(room.resolve("profile"), "tag"));
        open();
    }
}
