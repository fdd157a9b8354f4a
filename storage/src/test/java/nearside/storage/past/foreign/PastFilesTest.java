package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Limit;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class PastFilesTest {
    private static final Limits SMALL = new Limits(1 << 16, 20, 1 << 20, 10, 100, 150);

    @TempDir Path room;

    private Path file(String name, String text) throws IOException {
        Path file = room.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = room.resolve("all.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String chat(String id) {
        return "{\"id\":\"%s\",\"mapping\":{},\"title\":\"t\"}".formatted(id);
    }

    private static PastRefusal refused(Read read) {
        assertEquals(1, read.refusals().size(), read.toString());
        return read.refusals().getFirst();
    }

    @Test
    void anArchiveIsReadWithoutTheFilesBesideTheConversations() throws Exception {
        Path zip =
                zip(
                        Map.of(
                                "conversations.json",
                                "[" + chat("a") + "," + chat("b") + "]",
                                "user.json",
                                "{\"email\":\"x\"}",
                                "message_feedback.json",
                                "[{\"id\":1},{\"id\":2}]",
                                "chat.html",
                                "<html>"));
        Read read = Read.of(zip);
        assertEquals(List.of(), read.refusals());
        assertEquals(2, read.found().size());
        assertEquals(
                PastWhere.of("all.zip/conversations.json").conversation(2),
                read.found().getLast().where());
    }

    @Test
    void aFolderOfEverythingIsReadAsWhatEachFileIs() throws Exception {
        Read read = Read.of(Read.fixture("PROVENANCE.md").resolveSibling(""));
        assertEquals(
                List.of(
                        PastSource.CHATGPT,
                        PastSource.CLAUDE,
                        PastSource.JAN,
                        PastSource.LM_STUDIO,
                        PastSource.OPEN_WEBUI),
                read.sources());
        assertEquals(7, read.found().size());
    }

    @Test
    void aThreadInAnArchiveFindsItsMessages() throws Exception {
        String folder = "jan/threads/9d0f6a51-3c5e-4f6e-8f0a-2c1d0e5b7a11/";
        Path zip =
                zip(
                        Map.of(
                                folder + "thread.json",
                                Files.readString(Read.fixture(folder + "thread.json")),
                                folder + "messages.jsonl",
                                Files.readString(Read.fixture(folder + "messages.jsonl"))));
        assertEquals(Read.of(Read.fixture("jan")).conversations(), Read.of(zip).conversations());
    }

    @Test
    void aFolderWithoutConversationsIsOfNoKnownForm() throws Exception {
        file("sub/user.json", "{}");
        assertInstanceOf(PastRefusal.UnknownForm.class, refused(Read.of(room.resolve("sub"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "\"x\"", "null", "[1,2]", "{\"conversations\":[]}"})
    void aFileOfNoKnownFormIsNamedOnce(String text) throws Exception {
        assertEquals(
                new PastRefusal.UnknownForm(PastWhere.of("x.json")),
                refused(Read.of(file("x.json", text))));
    }

    @Test
    void whatIsStrangeBesideConversationsIsNamed() throws Exception {
        Read read = Read.of(file("x.json", "[1," + chat("a") + ",{\"x\":1}]"));
        assertEquals(1, read.found().size());
        assertEquals(2, read.refusals().size());
        assertEquals(
                new PastRefusal.UnknownForm(PastWhere.of("x.json").conversation(3)),
                read.refusals().getLast());
    }

    @Test
    void aListInsideAnObjectIsReadToo() throws Exception {
        Read read =
                Read.of(file("x.json", "{\"account\":{},\"conversations\":[" + chat("a") + "]}"));
        assertEquals(1, read.found().size());
    }

    @Test
    void aFileThatIsCutOffGivesWhatStandsBefore() throws Exception {
        Read read = Read.of(file("x.json", "[" + chat("a") + "," + chat("b").substring(0, 20)));
        assertEquals(1, read.found().size());
        assertEquals(new PastRefusal.CutOff(PastWhere.of("x.json").conversation(2)), refused(read));
    }

    @Test
    void whatIsNoJsonIsNamedWithItsPlaceAndWithoutItsText() throws Exception {
        Read read = Read.of(file("x.json", "[" + chat("a") + ",\n {secret: oops}]"));
        assertEquals(1, read.found().size());
        PastRefusal.NotJson refusal = assertInstanceOf(PastRefusal.NotJson.class, refused(read));
        assertTrue(refusal.at().matches("line 2 column \\d"), refusal.at());
    }

    @Test
    void aConversationThatIsTooLargeIsLeftOutAndTheNextIsRead() throws Exception {
        String large = chat("a").replace("\"t\"", "[" + "\"x\",".repeat(20_000) + "1]");
        Read read =
                Read.of(
                        SMALL,
                        file("x.json", "[" + chat("b") + "," + large + "," + chat("c") + "]"));
        assertEquals(2, read.found().size());
        assertEquals(
                new PastRefusal.TooMuch(
                        PastWhere.of("x.json").conversation(2), Limit.CONVERSATION, 1 << 16),
                refused(read));
    }

    @Test
    void aTextThatNeverEndsEndsTheFile() throws Exception {
        String endless = chat("a").replace("\"t\"", "\"" + "x".repeat(1 << 18) + "\"");
        Read read = Read.of(SMALL, file("x.json", "[" + chat("b") + "," + endless + "]"));
        assertEquals(1, read.found().size());
        assertEquals(
                new PastRefusal.TooMuch(
                        PastWhere.of("x.json").conversation(2), Limit.TEXT, 1 << 16),
                refused(read));
    }

    @Test
    void whatIsTooDeepIsLeftOutAndTheNextIsRead() throws Exception {
        String deep = chat("a").replace("\"t\"", "[".repeat(50_000) + "]".repeat(50_000));
        Read read = Read.of(file("x.json", "[" + chat("b") + "," + deep + "," + chat("c") + "]"));
        assertEquals(2, read.found().size());
        assertEquals(
                new PastRefusal.TooMuch(PastWhere.of("x.json").conversation(2), Limit.LEVELS, 200),
                refused(read));
    }

    @Test
    void anArchiveThatGrowsTooLargeIsNamed() throws Exception {
        Path zip = zip(Map.of("a.json", "[" + "1,".repeat(1 << 20) + "1]"));
        Read read = Read.of(SMALL, zip);
        assertEquals(
                new PastRefusal.TooMuch(PastWhere.of("all.zip"), Limit.ARCHIVE, 1 << 20),
                refused(read));
    }

    @Test
    void anArchiveOrAFolderOfTooManyFilesIsNamed() throws Exception {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 11; i++) {
            many.put(i + ".json", "[]");
            file("many/" + i + ".json", "[]");
        }
        assertEquals(
                new PastRefusal.TooMuch(PastWhere.of("all.zip"), Limit.FILES, 10),
                refused(Read.of(SMALL, zip(many))));
        assertEquals(
                new PastRefusal.TooMuch(PastWhere.of("many"), Limit.FILES, 10),
                refused(Read.of(SMALL, room.resolve("many"))));
    }

    @Test
    void namesThatLeadOutOfAnArchiveAreNamesOnly() throws Exception {
        Read read = Read.of(zip(Map.of("../../etc/x.json", "[" + chat("a") + "]")));
        assertEquals(1, read.found().size());
        assertEquals(List.of("all.zip"), List.of(Objects.requireNonNull(room.toFile().list())));
    }

    @Test
    void aDamagedArchiveIsNamed() throws Exception {
        assertInstanceOf(
                PastRefusal.BadArchive.class, refused(Read.of(file("x.zip", "no archive"))));
    }

    /// Without a look at the sum the text would only be another one.
    @Test
    void aDamagedFileInAnArchiveIsNamedAndTheNextIsRead() throws Exception {
        Path zip = zip(Map.of("a.json", "[" + chat("a") + "]", "b.json", "[" + chat("b") + "]"));
        byte[] bytes = Files.readAllBytes(zip);
        int sum = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\001\002") + 16;
        bytes[sum] ^= 1;
        Read read = Read.of(Files.write(zip, bytes));
        assertEquals(new PastRefusal.BadArchive(PastWhere.of("all.zip/a.json")), refused(read));
        assertEquals(1, read.found().size());
    }

    @Test
    void aFileThatIsNotThereIsNamedAndTheNextIsRead() throws Exception {
        Read read = Read.of(room.resolve("none.json"), file("x.json", "[" + chat("a") + "]"));
        assertInstanceOf(PastRefusal.Unreadable.class, refused(read));
        assertEquals(1, read.found().size());
    }

    @Test
    void aMarkAtTheBeginningIsNoFault() throws Exception {
        assertEquals(1, Read.of(file("x.json", "\uFEFF[" + chat("a") + "]")).found().size());
    }

    @Test
    void aStopEndsAllReading() throws Exception {
        Path file = file("x.json", "[" + chat("a") + "," + chat("b") + "]");
        AtomicInteger taken = new AtomicInteger();
        PastFiles.read(
                List.of(file, file),
                Limits.USUAL,
                _ -> {
                    taken.incrementAndGet();
                    return Next.STOP;
                });
        assertEquals(1, taken.get());
    }
}
