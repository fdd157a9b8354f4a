package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Recovered.Cause;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastSamples;
import nearside.storage.past.page.PastJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A log whose end did not reach the disk whole.
final class TornLogTest extends TwentyConversations {
    private static final int ROW_HEAD = 16;

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

    /// Of the first page of the last transaction a half is on the disk.
    private static void tear(Path log, long from, long to) throws IOException {
        assertTrue(to > from, "no transaction");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(from + 24 + PAGE / 2);
            file.write(new byte[PAGE / 2]);
        }
    }
}
