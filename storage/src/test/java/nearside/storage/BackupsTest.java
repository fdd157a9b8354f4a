package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Backup.Kind;
import nearside.storage.Backup.State;
import nearside.storage.Backups.Outcome;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Restored.End;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class BackupsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Restored.Progress TO_THE_END = (_, _) -> true;

    @TempDir Path folder;
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private Journal.Begun asked(String question, String answer) {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), question);
        answered(begun, answer);
        return begun;
    }

    private void answered(Journal.Begun begun, String answer) {
        profile.journal().append(begun.reply(), new Segment(Source.HERE, answer));
        profile.journal().finish(begun.reply(), Message.State.DONE, Optional.empty());
    }

    private Backups on(Instant day) {
        return profile.backups(Clock.fixed(day, ZoneOffset.UTC));
    }

    private Backup kept(Instant day) {
        Outcome.Kept kept = assertInstanceOf(Outcome.Kept.class, on(day).keep());
        return profile.backups().list().stream()
                .filter(it -> it.file().equals(kept.file()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts(ConversationId id) {
        return profile.conversations().messages(id).stream().map(Message::text).toList();
    }

    private List<String> names() {
        return profile.backups().list().stream()
                .map(it -> it.file().getFileName().toString())
                .sorted()
                .toList();
    }

    private void sql(String statement) throws Exception {
        profile.close();
        Rows.run(folder, "PRAGMA foreign_keys=ON; " + statement);
        profile = Profile.open(folder);
    }

    @Test
    void aDayAndAWeekAreKeptOnceWhenSomethingChanged() {
        asked("One?", "Yes.");
        Backup backup = kept(NOON);
        assertEquals(State.SOUND, backup.state());
        assertEquals(Kind.DAY, backup.kind());
        assertInstanceOf(Outcome.NotDue.class, on(NOON).keep());
        assertInstanceOf(Outcome.NotDue.class, on(NOON.plus(Duration.ofDays(1))).keep());
        assertEquals(List.of("day-2026-11-25.db", "week-2026-W48.db"), names());

        asked("Two?", "Yes.");
        assertInstanceOf(Outcome.NotDue.class, on(NOON).keep());
        kept(NOON.plus(Duration.ofDays(1)));
        assertEquals(
                List.of("day-2026-11-25.db", "day-2026-11-26.db", "week-2026-W48.db"), names());
    }

    @Test
    void aConversationComesBackIntoItsFolderWithItsTags() throws Exception {
        ConversationId lost = asked("One?", "Yes.").conversation();
        asked("Two?", "No.");
        Label work = profile.folders().make("Work");
        profile.folders().put(lost, Optional.of(work.id()));
        Label green = profile.tags().add(lost, "green");
        Backup backup = kept(NOON);
        sql("DELETE FROM folder; DELETE FROM tag; DELETE FROM conversation WHERE seq = 1");

        profile.backups().restore(backup, TO_THE_END);

        assertEquals(List.of("One?", "Yes."), texts(lost));
        Conversation back = profile.conversations().find(lost).orElseThrow();
        assertEquals(Optional.of(work.id()), back.shelf().folder());
        assertEquals(List.of(work), profile.folders().list());
        assertEquals(List.of(green), profile.tags().of(lost));
    }

    @Test
    void sevenDaysStayAndNoKeyIsInThem() throws Exception {
        asked("One?", "The secret answer.");
        for (int day = 0; day < 10; day++) {
            asked("More " + day, "Yes.");
            kept(NOON.plus(Duration.ofDays(day)));
        }
        assertEquals(7, names().stream().filter(it -> it.startsWith("day")).count());
        assertEquals(2, names().stream().filter(it -> it.startsWith("week")).count());
        for (Backup backup : profile.backups().list()) {
            assertEquals(-1, Rows.indexOf(backup.file(), "The secret answer."));
        }
    }

    @Test
    void aClockThatGoesBackCostsNoBackup() {
        for (int day = 0; day < 7; day++) {
            asked("More " + day, "Yes.");
            kept(NOON.plus(Duration.ofDays(day)));
        }
        List<String> before = names();
        asked("Back?", "Yes.");
        kept(NOON.minus(Duration.ofDays(3000)));
        assertTrue(names().containsAll(before));
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndKeysStay() throws Exception {
        Path half = folder.resolve("backups/day-2026-11-24.db.new");
        Files.writeString(half, "half");
        asked("One?", "Yes.");
        kept(NOON);
        assertFalse(Files.exists(half));
        assertTrue(Files.exists(folder.resolve("backups/keys")));
        assertTrue(Files.exists(folder.resolve("backups/vault.json")));
    }

    @Test
    void whatIsMissingComesBackAndWhatIsHereStays() throws Exception {
        Journal.Begun lost = asked("Lost?", "Yes, lost.");
        Journal.Begun here = asked("Here?", "Yes, here.");
        profile.conversations().rename(here.conversation(), "Before");
        Backup backup = kept(NOON);
        profile.conversations().rename(here.conversation(), "After");
        Journal.Begun more = profile.journal().begin(Optional.of(here.conversation()), "And more?");
        answered(more, "More.");
        sql("DELETE FROM conversation WHERE id = '" + lost.conversation().value() + "'");

        assertEquals(new Preview(1, 2, 0, 1, 0, 0), preview(backup));
        assertEquals(
                new Restored(1, 2, 0, End.DONE), profile.backups().restore(backup, TO_THE_END));

        assertEquals(List.of("Lost?", "Yes, lost."), texts(lost.conversation()));
        assertEquals(
                List.of("Here?", "Yes, here.", "And more?", "More."), texts(here.conversation()));
        assertEquals(
                "After", profile.conversations().find(here.conversation()).orElseThrow().title());
        assertEquals(new Preview(0, 0, 0, 2, 0, 0), preview(backup));
    }

    private Preview preview(Backup backup) {
        return profile.backups().preview(backup);
    }

    @Test
    void whatWasRemovedForGoodStaysAwayAndTheTrashStaysTrash() {
        Journal.Begun removed = asked("Removed?", "Yes.");
        Journal.Begun trashed = asked("Trashed?", "Yes.");
        Backup backup = kept(NOON);
        profile.conversations().remove(List.of(removed.conversation()));
        profile.conversations().delete(trashed.conversation());

        assertEquals(new Preview(0, 0, 0, 1, 1, 1), preview(backup));
        assertEquals(
                new Restored(0, 0, 0, End.DONE), profile.backups().restore(backup, TO_THE_END));
        assertEquals(List.of(), profile.conversations().list());
    }

    @Test
    void aTextThatCannotBeReadIsMendedAndOthersAreNot() throws Exception {
        Journal.Begun begun = asked("One?", "The answer.");
        Backup backup = kept(NOON);
        sql("UPDATE segment SET text = zeroblob(60) WHERE message = 2");
        assertEquals(
                1,
                profile.conversations()
                        .messages(begun.conversation())
                        .getLast()
                        .body()
                        .unreadable());

        assertEquals(1, preview(backup).mended());
        assertEquals(1, profile.backups().mend());
        assertEquals(List.of("One?", "The answer."), texts(begun.conversation()));
        assertEquals(0, profile.backups().mend());
    }

    /// A reply that went on since the backup is longer here: nothing of the backup is put behind.
    @Test
    void piecesOfAReplyThatHasEndedSinceAreNotDoubled() {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), "Long?");
        profile.journal().append(begun.reply(), new Segment(Source.HERE, "one "));
        Backup backup = kept(NOON);
        profile.journal().append(begun.reply(), new Segment(Source.HERE, "two"));
        profile.journal().finish(begun.reply(), Message.State.DONE, Optional.empty());

        assertEquals(
                new Restored(0, 0, 0, End.DONE), profile.backups().restore(backup, TO_THE_END));
        assertEquals(List.of("Long?", "one two"), texts(begun.conversation()));
    }

    @Test
    void aReplyThatWasBeingWrittenComesBackCut() throws Exception {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), "Long?");
        profile.journal().append(begun.reply(), new Segment(Source.HERE, "one "));
        profile.journal().append(begun.reply(), new Segment(Source.HERE, "two"));
        Backup backup = kept(NOON);
        sql("DELETE FROM conversation");

        profile.backups().restore(backup, TO_THE_END);

        Message reply = profile.conversations().messages(begun.conversation()).getLast();
        assertEquals("one two", reply.text());
        assertEquals(Message.State.CUT, reply.state());
        assertEquals(0, Integer.parseInt(count("piece")));
    }

    private String count(String table) throws Exception {
        profile.close();
        String count = Rows.first(folder, "SELECT count(*) FROM " + table);
        profile = Profile.open(folder);
        return count;
    }

    @Test
    void bringingBackCanBeStoppedAndTakenUpAgain() throws Exception {
        for (int i = 0; i < 4; i++) {
            asked("Question " + i, "Yes.");
        }
        Backup backup = kept(NOON);
        sql("DELETE FROM conversation");

        assertEquals(
                new Restored(2, 4, 0, End.STOPPED),
                profile.backups().restore(backup, (done, all) -> all == 4 && done < 2));
        assertEquals(2, profile.conversations().list().size());
        assertEquals(
                new Restored(2, 4, 0, End.DONE), profile.backups().restore(backup, TO_THE_END));
    }

    @Test
    void aBackupThatIsDamagedOrForeignIsSaidAndNotUsed() throws Exception {
        asked("One?", "Yes.");
        Backup backup = kept(NOON);
        Path week = folder.resolve("backups/week-2026-W48.db");
        byte[] bytes = Files.readAllBytes(backup.file());
        bytes[4096] ^= 0x5f;
        Files.write(backup.file(), bytes);
        try (Profile other = Profile.open(folder.resolve("other"))) {
            other.backups(Clock.fixed(NOON, ZoneOffset.UTC)).keep();
        }
        Files.copy(
                folder.resolve("other/backups/day-2026-11-25.db"),
                week,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                List.of(State.DAMAGED, State.FOREIGN),
                profile.backups().list().stream().map(Backup::state).sorted().toList());
        assertInstanceOf(
                StorageFailure.Damaged.class,
                assertThrows(
                                StorageException.class,
                                () -> profile.backups().restore(backup, TO_THE_END))
                        .failure());
    }
}
