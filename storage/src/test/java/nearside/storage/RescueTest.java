package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Recovered.Cause;
import nearside.storage.Recovered.Found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class RescueTest extends TwentyConversations {
    /// Of the table of messages.
    private static final int COLUMNS = 15;

    @Test
    void withoutItsFirstPageNothingIsLost() throws Exception {
        zero(1);
        byte[] damaged = Files.readAllBytes(file());
        try (Profile profile = Profile.open(folder)) {
            assertEquals(before, all(profile));
            Recovered recovered = profile.recovered().orElseThrow();
            assertEquals(Cause.DAMAGED, recovered.cause());
            assertEquals(new Found(20, 240, 0, 0, 0), recovered.found());
            assertArrayEquals(damaged, Files.readAllBytes(recovered.set().resolve(Store.FILE)));
            assertEquals(Optional.of(recovered), profile.untold());
            profile.told(recovered);
            assertEquals(Optional.empty(), profile.untold());
        }
        try (Profile profile = Profile.open(folder)) {
            assertEquals(before, all(profile));
            assertEquals(Optional.empty(), profile.recovered());
        }
        assertEquals("ok", Rows.first(folder, "PRAGMA integrity_check"));
    }

    @Test
    void eachPageMayBeLostAndTheOthersStay() throws Exception {
        byte[] sound = Files.readAllBytes(file());
        int pages = sound.length / PAGE;
        List<Integer> kept = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            Files.write(file(), sound);
            zero(page);
            try (Profile profile = Profile.open(folder)) {
                int messages =
                        all(profile).values().stream()
                                .flatMap(List::stream)
                                .mapToInt(it -> it.body().unreadable() == 0 ? 1 : 0)
                                .sum();
                kept.add(messages);
            }
        }
        assertTrue(kept.stream().allMatch(it -> it > 150), kept.toString());
    }

    /// A text whose row names the next message showed there as lost, and was missing in its own.
    @Test
    void aTextWithOneWrongBitInItsPlaceGoesBackThere() throws Exception {
        Rows.run(folder, "UPDATE segment SET ordinal = 2 WHERE message = 4 AND ordinal = 0");
        Rows.run(folder, "UPDATE segment SET message = 9 WHERE message = 8 AND ordinal = 1");
        zero(1);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(before, all(profile));
        }
    }

    /// Its row took the place of the message with that number, and that one was lost, whether its
    /// own row came later or earlier.
    @ParameterizedTest
    @CsvSource({"14, 30", "30, 14", "5, 7"})
    void aMessageWithOneWrongBitInItsNumberTakesNobodysPlace(int number, int wrong)
            throws Exception {
        renumber(number, wrong);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(Cause.DAMAGED, profile.recovered().orElseThrow().cause());
            assertEquals(before, all(profile));
        }
    }

    /// Writes another number into a message's row. Before its id stand the number, in one byte, and
    /// the head, whose first byte is its length.
    private void renumber(int number, int wrong) throws Exception {
        String id = Rows.first(folder, "SELECT id FROM message WHERE seq = " + number);
        byte[] bytes = Files.readAllBytes(file());
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int changed = 0;
        for (int at = all.indexOf(id); at >= 0; at = all.indexOf(id, at + 1)) {
            int row = at;
            int head =
                    IntStream.rangeClosed(COLUMNS + 1, COLUMNS + 10)
                            .filter(length -> bytes[row - length] == length)
                            .findFirst()
                            .orElse(0);
            if (head > 0 && bytes[at - head - 1] == number) {
                bytes[at - head - 1] = (byte) wrong;
                changed++;
            }
        }
        assertEquals(1, changed);
        Files.write(file(), bytes);
    }

    @Test
    void whatStoodInAFolderStandsThereAgain() throws Exception {
        ConversationId filed = before.keySet().iterator().next();
        try (Profile profile = Profile.open(folder)) {
            Label work = profile.folders().make("Work");
            profile.folders().put(filed, Optional.of(work.id()));
            profile.conversations().pin(filed);
        }
        zero(1);
        try (Profile profile = Profile.open(folder)) {
            Conversation back = profile.conversations().find(filed).orElseThrow();
            assertTrue(back.shelf().pinned().isPresent());
            assertEquals(
                    profile.folders().list().stream().map(Label::id).findFirst(),
                    back.shelf().folder());
        }
    }

    @Test
    void whatWaitsBesideADraftAndWhatIsKeptToUseAgainIsThereAgain() throws Exception {
        ConversationId asked = before.keySet().iterator().next();
        Template prompt;
        Attachment waits;
        try (Profile profile = Profile.open(folder)) {
            prompt =
                    profile.templates()
                            .put(
                                    Template.fresh(
                                            Template.Kind.PROMPT, "Shorten", "Shorten: {{text}}"));
            waits = profile.drafts().files().add(Optional.of(asked), "n.txt", new byte[] {'n'});
            profile.conversations().setUp(asked, "{}");
            profile.conversations().archive(asked);
        }
        zero(1);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(List.of(prompt), profile.templates().of(Template.Kind.PROMPT));
            assertEquals(List.of(waits), profile.drafts().files().of(Optional.of(asked)));
            assertArrayEquals(
                    new byte[] {'n'}, profile.attachments().bytes(waits.id()).orElseThrow());
            assertEquals(Optional.of("{}"), profile.conversations().setup(asked));
            assertTrue(
                    profile.conversations()
                            .find(asked)
                            .orElseThrow()
                            .shelf()
                            .archived()
                            .isPresent());
        }
    }

    /// Its damaged row looks like a segment as well as like a piece. Taken for a segment, it kept
    /// the backup's piece away.
    @Test
    void aDamagedPieceOfAReplyComesBackFromTheBackup(@TempDir Path copy) throws Exception {
        Journal.Begun begun = withDamagedPiece(copy);
        zero(copy.resolve(Store.FILE), 1);
        assertReadable(copy, begun);
    }

    /// The message came from the backup, too, and its pieces were one text before the damaged one
    /// was put behind them as lost.
    @Test
    void aDamagedPieceOfAReplyWhoseRowIsLostIsNotShownAsLost(@TempDir Path copy) throws Exception {
        Journal.Begun begun = withDamagedPiece(copy);
        Rows.run(copy, "DELETE FROM message WHERE id = '" + begun.reply().value() + "'");
        zero(copy.resolve(Store.FILE), 1);
        assertReadable(copy, begun);
    }

    private Journal.Begun withDamagedPiece(Path copy) throws Exception {
        Journal.Begun begun;
        try (Profile profile = Profile.open(folder)) {
            begun = profile.journal().begin(Optional.empty(), "A long one?");
            for (String piece : List.of("One. ", "Two. ", "Three.")) {
                profile.journal().append(begun.reply(), new Segment(Source.HERE, piece));
            }
            assertTrue(profile.backups().keep() instanceof Backups.Outcome.Kept);
            DamageSubject.copy(folder, copy);
        }
        Rows.run(copy, "UPDATE piece SET text = randomblob(length(text)) WHERE ordinal = 1");
        return begun;
    }

    private static void assertReadable(Path copy, Journal.Begun begun) {
        try (Profile again = Profile.open(copy)) {
            Message reply = again.conversations().messages(begun.conversation()).getLast();
            assertEquals("One. Two. Three.", reply.text());
            assertEquals(0, reply.body().unreadable());
        }
    }
}
