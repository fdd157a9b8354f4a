package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastMessage;
import nearside.storage.past.page.PastJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person pins in a conversation is pinned wherever it goes.
class PinnedMessagesTest {
    @TempDir Path folder;
    private Profile profile;
    private Journal.Begun one;
    private Journal.Begun two;

    @BeforeEach
    void twoQuestions() {
        profile = Profile.open(folder);
        one = said(profile.journal().begin(Optional.empty(), "One?"));
        two = said(profile.journal().begin(Optional.of(one.conversation()), "Two?"));
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private Journal.Begun said(Journal.Begun begun) {
        profile.journal().append(begun.reply(), new Segment(Source.HERE, "Yes."));
        profile.journal().finish(begun.reply(), Message.State.DONE, Optional.empty());
        return begun;
    }

    private void again() {
        profile.close();
        profile = Profile.open(folder);
    }

    private Set<MessageId> pinned() {
        return profile.conversations().pinned(one.conversation());
    }

    /// Places of what is pinned on the shown path.
    private List<Integer> places(ConversationId id) {
        Set<MessageId> pinned = profile.conversations().pinned(id);
        List<Message> messages = profile.conversations().messages(id);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (pinned.contains(messages.get(i).id())) {
                places.add(i);
            }
        }
        return places;
    }

    private void bringIn(PastConversation conversation) throws Exception {
        Path file = folder.resolve("taken.json");
        try (Writer out = Files.newBufferedWriter(file);
                PastJson json = new PastJson(out)) {
            json.write(conversation);
        }
        profile.past().bringIn(List.of(file), _ -> Next.GO_ON);
    }

    @Test
    void whatIsPinnedStaysSoUntilItIsNoMore() {
        assertEquals(Set.of(), pinned());
        profile.conversations().pin(one.reply());
        profile.conversations().pin(two.question());
        profile.conversations().pin(two.question());
        again();
        assertEquals(Set.of(one.reply(), two.question()), pinned());
        profile.conversations().unpin(one.reply());
        assertEquals(Set.of(two.question()), pinned());
        profile.conversations().unpin(two.question());
        profile.conversations().unpin(two.question());
        again();
        assertEquals(Set.of(), pinned());
    }

    @Test
    void whatIsNotThereCannotBePinned() {
        MessageId none = new MessageId("none");
        assertThrows(IllegalArgumentException.class, () -> profile.conversations().pin(none));
        assertThrows(IllegalArgumentException.class, () -> profile.conversations().unpin(none));
        profile.ways().remove(two.question());
        assertThrows(
                IllegalArgumentException.class, () -> profile.conversations().pin(two.reply()));
    }

    @Test
    void eachWayKeepsWhatIsPinnedOnIt() {
        profile.conversations().pin(one.question());
        profile.conversations().pin(two.reply());
        Journal.Begun three =
                said(
                        profile.journal()
                                .beginBeside(
                                        one.conversation(), two.question(), "Three?", List.of()));
        assertEquals(List.of(0), places(one.conversation()), "another way");
        profile.conversations().pin(three.question());
        assertEquals(List.of(0, 2), places(one.conversation()));
        profile.conversations().show(two.question());
        assertEquals(List.of(0, 3), places(one.conversation()));
        Journal.Begun other = said(profile.journal().begin(Optional.empty(), "Elsewhere?"));
        assertEquals(Set.of(), profile.conversations().pinned(other.conversation()));
    }

    @Test
    void whatIsTakenAwayComesBackPinned() {
        profile.conversations().pin(two.question());
        profile.ways().remove(two.question());
        assertEquals(Set.of(), pinned());
        profile.ways().restore(two.question());
        assertEquals(Set.of(two.question()), pinned());
    }

    @Test
    void aConversationThatBeginsWithTheWayHasItPinned() {
        profile.conversations().pin(one.reply());
        ConversationId fork = profile.ways().fork(two.question());
        assertEquals(List.of(1), places(fork));
        profile.conversations().unpin(one.reply());
        assertEquals(List.of(1), places(fork), "its messages are its own");
    }

    @Test
    void itLeavesAndComesBackAsItWas() throws Exception {
        profile.conversations().pin(two.question());
        PastConversation whole = profile.past().find(one.conversation()).orElseThrow();
        assertEquals(
                List.of(false, false, true, false),
                whole.messages().stream()
                        .map(message -> message.head().pinned().isPresent())
                        .toList());
        profile.conversations().remove(List.of(one.conversation()));
        bringIn(whole);
        assertEquals(Set.of(two.question()), pinned());
        assertEquals(Optional.of(whole), profile.past().find(one.conversation()));
    }

    @Test
    void whatIsHereAlreadyStaysAsItIs() throws Exception {
        PastConversation loose = profile.past().find(one.conversation()).orElseThrow();
        profile.conversations().pin(two.question());
        bringIn(loose);
        assertEquals(Set.of(two.question()), pinned());
    }

    @Test
    void aBackupBringsItBack() throws Exception {
        profile.conversations().pin(two.question());
        profile.backups().keep();
        profile.close();
        Rows.run(folder, "PRAGMA foreign_keys=ON; DELETE FROM conversation");
        profile = Profile.open(folder);
        assertEquals(Set.of(), pinned());
        Backup backup = profile.backups().list().getFirst();
        profile.backups().restore(backup, (_, _) -> true);
        assertEquals(Set.of(two.question()), pinned());
    }

    @Test
    void aDamagedFileIsPutTogetherWithIt() throws Exception {
        profile.conversations().pin(one.question());
        profile.conversations().pin(two.reply());
        profile.close();
        byte[] bytes = Files.readAllBytes(folder.resolve(Store.FILE));
        for (int i = 0; i < 100; i++) {
            bytes[i] = 0;
        }
        Files.write(folder.resolve(Store.FILE), bytes);
        profile = Profile.open(folder);
        assertEquals(Recovered.Cause.DAMAGED, profile.recovered().orElseThrow().cause());
        assertEquals(Set.of(one.question(), two.reply()), pinned());
    }

    /// A time that cannot be one pins all the same, and is no reason to keep the rest from leaving.
    @Test
    void aForgedTimeHarmsNothing() throws Exception {
        profile.close();
        Rows.run(
                folder,
                "UPDATE message SET pinned_ns = -5 WHERE id = '" + one.reply().value() + "'");
        profile = Profile.open(folder);
        assertEquals(Set.of(one.reply()), pinned());
        assertEquals(
                Set.of(Optional.empty()),
                profile.past().find(one.conversation()).orElseThrow().messages().stream()
                        .map(PastMessage::head)
                        .map(PastMessage.Head::pinned)
                        .collect(Collectors.toSet()));
        profile.conversations().unpin(one.reply());
        assertEquals(Set.of(), pinned());
    }
}
