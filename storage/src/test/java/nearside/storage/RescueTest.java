package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Recovered.Cause;
import nearside.storage.Recovered.Found;
import nearside.storage.backup.BackupFile;
import nearside.storage.backup.BackupFolder;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastSamples;
import nearside.storage.past.page.PastJson;
import nearside.storage.salvage.PageMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RescueTest {
    private static final int PAGE = 4096;
    private static final int ROW_HEAD = 16;

    @TempDir Path folder;
    private final Map<ConversationId, List<Message>> before = new LinkedHashMap<>();

    @BeforeEach
    void conversations() {
        try (Profile profile = Profile.open(folder)) {
            for (int i = 0; i < 20; i++) {
                ask(profile, "Question " + i + " of many");
            }
            remember(profile);
        }
    }

    private static void ask(Profile profile, String question) {
        Journal.Begun ids = profile.journal().begin(Optional.empty(), question);
        for (int turn = 0; turn < 5; turn++) {
            profile.journal()
                    .append(ids.reply(), new Segment(Source.HERE, "Words. ".repeat(turn * 100)));
            profile.journal().append(ids.reply(), new Segment(Source.BORROWED, "天地玄黄"));
            profile.journal().finish(ids.reply(), State.DONE, Optional.empty());
            ids = profile.journal().begin(Optional.of(ids.conversation()), "And then?");
        }
        profile.journal().append(ids.reply(), new Segment(Source.HERE, "End"));
        profile.journal().finish(ids.reply(), State.STOPPED, Optional.empty());
    }

    private void remember(Profile profile) {
        before.clear();
        before.putAll(all(profile));
    }

    private static Map<ConversationId, List<Message>> all(Profile profile) {
        Map<ConversationId, List<Message>> all = new LinkedHashMap<>();
        for (Conversation each : profile.conversations().list()) {
            all.put(each.id(), profile.conversations().messages(each.id()));
        }
        return all;
    }

    private Path file() {
        return folder.resolve(Store.FILE);
    }

    private void zero(long page) throws IOException {
        zero(file(), page);
    }

    private static void zero(Path file, long page) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek((page - 1) * PAGE);
            bytes.write(new byte[PAGE]);
        }
    }

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

    /// Puts an older file in the place of the database, without a log.
    private void goBackTo(Path older) throws IOException {
        Files.copy(older.resolve(Store.FILE), file(), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(log());
    }

    private void damageId(ConversationId id) throws Exception {
        String changed = id.value().substring(0, 29) + 'x' + id.value().substring(30);
        Rows.run(
                folder,
                "UPDATE conversation SET id = '%s' WHERE id = '%s'".formatted(changed, id.value()));
    }

    private void assertSound() {
        try (Profile profile = Profile.open(folder)) {
            assertEquals(Optional.empty(), profile.recovered());
        }
    }

    /// SQLite takes a database whose log was removed for sound: it is, and lacks what came last.
    @Test
    void aRemovedLogCostsNothingThatABackupHas(@TempDir Path copy) throws Exception {
        try (Profile profile = Profile.open(folder)) {
            DamageSubject.copy(folder, copy);
            ask(profile, "One more");
            ConversationId gone = profile.journal().begin(Optional.empty(), "Away").conversation();
            assertTrue(profile.backups().keep() instanceof Backups.Outcome.Kept);
            profile.conversations().delete(gone);
            profile.conversations().remove(List.of(gone));
            remember(profile);
        }
        goBackTo(copy);

        try (Profile profile = Profile.open(folder)) {
            assertEquals(before, all(profile));
            assertEquals(Cause.WENT_BACK, profile.recovered().orElseThrow().cause());
            assertEquals(12, profile.recovered().orElseThrow().found().fromBackup());
        }
        assertSound();
    }

    /// The backups say that they are newer, and cannot be read.
    @Test
    void aDatabaseThatNoBackupCanBringForwardIsPutTogetherOnce(@TempDir Path copy)
            throws Exception {
        try (Profile profile = Profile.open(folder)) {
            DamageSubject.copy(folder, copy);
            ask(profile, "One more");
            assertTrue(profile.backups().keep() instanceof Backups.Outcome.Kept);
        }
        for (BackupFile backup : BackupFolder.of(folder).all()) {
            for (PageMap.Placed message : PageMap.of(backup.path(), Shapes.MESSAGE)) {
                zero(backup.path(), message.spots().iterator().next().from() / PAGE + 1);
            }
        }
        goBackTo(copy);

        try (Profile profile = Profile.open(folder)) {
            assertEquals(before, all(profile));
            assertEquals(Cause.WENT_BACK, profile.recovered().orElseThrow().cause());
        }
        assertSound();
    }

    /// The check of SQLite does not look into texts, and an id is one.
    @Test
    void aConversationWhoseIdIsDamagedIsKnownByItsTexts() throws Exception {
        ConversationId damaged = before.keySet().iterator().next();
        damageId(damaged);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(Cause.DAMAGED, profile.recovered().orElseThrow().cause());
            assertEquals(before.get(damaged), profile.conversations().messages(damaged));
            assertEquals(20, all(profile).size());
        }
    }

    /// In the trash it looks like one whose removal was cut.
    @Test
    void aDeletedConversationWhoseIdIsDamagedIsNotRemoved() throws Exception {
        ConversationId damaged = before.keySet().iterator().next();
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().delete(damaged);
        }
        damageId(damaged);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(before.get(damaged), profile.conversations().messages(damaged));
        }
    }

    /// A removal that was cut leaves a row without a key, and a begin that was cut a key without a
    /// row.
    @Test
    void whatTwoCrashesLeftIsNoDamage() throws Exception {
        ConversationId removed = before.keySet().iterator().next();
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().delete(removed);
        }
        try (Store store = DamageSubject.store(folder)) {
            store.secrets().destroyKeys(List.of(removed.value()));
            store.secrets().makeKeys(List.of("never begun"));
        }
        before.remove(removed);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(Optional.empty(), profile.recovered());
            assertEquals(before.keySet(), all(profile).keySet());
        }
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

    @Test
    void aTornEndOfTheLogTakesNothingThatWasThereBefore() throws Exception {
        ConversationId conversation = before.keySet().iterator().next();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Profile profile = Profile.open(folder);
        Journal.Begun begun = profile.journal().begin(Optional.of(conversation), "Whole?");
        profile.journal().decided(begun.reply(), "an earlier decision");
        long whole = Files.size(log());
        profile.journal().decided(begun.reply(), "a later decision");
        long all = Files.size(log());
        for (String name : List.of("nearside.db", "nearside.db-wal", "vault.json", "key", "keys")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        profile.close();
        tear(copy.resolve("nearside.db-wal"), whole, all);

        try (Profile again = Profile.open(copy)) {
            Message reply = again.conversations().messages(conversation).getLast();
            assertEquals(Optional.of("an earlier decision"), reply.decision());
            Recovered recovered = again.recovered().orElseThrow();
            assertEquals(Cause.LOG_TORN, recovered.cause());
            assertEquals(false, recovered.isLoss());
        }
    }

    /// The row of the question was torn, and the empty reply stood under the reply before.
    @Test
    void aTornTurnLeavesNoReplyWithoutItsQuestion(@TempDir Path copy) throws Exception {
        ConversationId conversation = before.keySet().iterator().next();
        try (Profile profile = Profile.open(folder)) {
            Journal.Begun begun = profile.journal().begin(Optional.of(conversation), "Lost?");
            DamageSubject.copy(folder, copy);
            Path log = copy.resolve("nearside.db-wal");
            String id = begun.question().value();
            String all = Files.readString(log, StandardCharsets.ISO_8859_1);
            int row = all.lastIndexOf(id);
            assertTrue(row > 0, "it is not there");
            Files.writeString(
                    log,
                    all.substring(0, row - ROW_HEAD)
                            + "\0".repeat(ROW_HEAD + id.length())
                            + all.substring(row + id.length()),
                    StandardCharsets.ISO_8859_1);
        }
        try (Profile again = Profile.open(copy)) {
            assertEquals(Cause.LOG_TORN, again.recovered().orElseThrow().cause());
            assertEquals(before.get(conversation), again.conversations().messages(conversation));
        }
    }

    /// Its first message could not be read, and all that followed it went, too.
    @Test
    void aDamageInAnImportTakesNoOtherMessage(@TempDir Path room) throws Exception {
        Path past = room.resolve("past.json");
        List<PastConversation> brought = List.of(new PastSamples(3).conversation(30));
        try (Writer writer = Files.newBufferedWriter(past);
                PastJson json = new PastJson(writer)) {
            json.write(brought.getFirst());
        }
        ConversationId id = new ConversationId(brought.getFirst().id());
        List<Message> all;
        Path copy = room.resolve("copy");
        Path other = room.resolve("other");
        try (Profile profile = Profile.open(folder)) {
            profile.past().bringIn(List.of(past), _ -> PastEntry.Next.GO_ON);
            all = profile.conversations().messages(id);
            DamageSubject.copy(folder, copy);
            DamageSubject.copy(folder, other);
        }
        byte[] sealed =
                HexFormat.of()
                        .parseHex(
                                Rows.first(
                                        other,
                                        """
                                        SELECT hex(text) FROM segment JOIN message m ON m.seq = message
                                        WHERE m.id = '%s'
                                        """
                                                .formatted(all.getFirst().id().value())));
        erase(copy.resolve("nearside.db-wal"), sealed);

        try (Profile again = Profile.open(copy)) {
            List<Message> found = again.conversations().messages(id);
            assertEquals(Cause.LOG_TORN, again.recovered().orElseThrow().cause());
            assertEquals(1, again.recovered().orElseThrow().found().damaged());
            assertEquals(1, found.getFirst().body().unreadable());
            assertEquals(all.subList(1, all.size()), found.subList(1, found.size()));
        }
    }

    private static void erase(Path file, byte[] bytes) throws IOException {
        String all = Files.readString(file, StandardCharsets.ISO_8859_1);
        String gone = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(all.contains(gone), "it is not there");
        Files.writeString(
                file, all.replace(gone, "\0".repeat(gone.length())), StandardCharsets.ISO_8859_1);
    }

    private Path log() {
        return folder.resolve("nearside.db-wal");
    }

    /// Of the first page of the last transaction a half is on the disk.
    private static void tear(Path log, long from, long to) throws IOException {
        assertTrue(to > from, "no transaction");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(from + 24 + PAGE / 2);
            file.write(new byte[PAGE / 2]);
        }
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
}
