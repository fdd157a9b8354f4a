package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastId;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastRefusal.Limit;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

class AttachmentFormTest {
    private static final String CONVERSATION = "00000000-0000-4000-8000-000000000001";
    private static final String MESSAGE = "00000000-0000-4000-8000-000000000002";
    private static final String ID = "00000000-0000-4000-8000-000000000003";
    private static final String FILE =
            "{\"id\": \""
                    + ID
                    + "\", \"name\": \"a\", \"size\": 4, \"bytes\": [\"AQI=\", \"AwQ=\"]}";
    private static final Limits SMALL = new Limits(1 << 16, 20, 1 << 20, 10, 100, 150);
    private static final PastWhere WHERE =
            PastWhere.of("x.json").conversation(1).message(MESSAGE).attachment("a");

    @TempDir Path room;

    private Read read(Limits limits, String attachments) throws Exception {
        return all(limits, "\"attachments\": " + attachments);
    }

    private Read all(Limits limits, String members) throws Exception {
        String file =
                """
                {"format": "nearside-conversations", "version": 1, "conversations": [
                 {"id": "%s", "title": "t", "created": "2026-01-02T03:04:05Z",
                  "changed": "2026-01-02T03:04:05Z", "messages": [
                   {"id": "%s", "speaker": "user", "state": "done",
                    "begun": "2026-01-02T03:04:05Z", "text": [], %s}]}]}
                """
                        .formatted(CONVERSATION, MESSAGE, members);
        return Read.of(limits, Files.writeString(room.resolve("x.json"), file));
    }

    private static List<PastAttachment> found(Read read) {
        return message(read).attachments();
    }

    private static PastMessage message(Read read) {
        return read.conversations().getFirst().messages().getFirst();
    }

    private static String file(int number, int bytes) {
        return "{\"id\": \"%s%d\", \"name\": \"a\", \"size\": %d, \"bytes\": [\"%s\"]}"
                .formatted(
                        ID.substring(1),
                        number,
                        bytes,
                        Base64.getEncoder().encodeToString(new byte[bytes]));
    }

    @Test
    void piecesAreJoined() throws Exception {
        Read read = read(SMALL, "[" + FILE + "]");
        assertEquals(List.of(), read.refusals());
        assertEquals(
                List.of(PastAttachment.of(ID, "a", PastBytes.of(List.of(new byte[] {1, 2, 3, 4})))),
                found(read));
        assertEquals(Optional.empty(), message(read).extra());
    }

    @Test
    void anIdOfAnotherFormIsReplacedByTheSameEachTime() throws Exception {
        Read read = read(SMALL, "[" + FILE.replace(ID, "mine") + "]");
        assertEquals(
                PastId.of(PastSource.NEARSIDE, CONVERSATION, MESSAGE, "mine"),
                found(read).getFirst().id());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "[\"AQI=\"; [\"AQI\\u0000=\"; bytes; BASE64; TEXT",
                "[\"AQI=\"; [\"A\"; bytes; BASE64; TEXT",
                "[\"AQI=\"; [\"<b>!\"; bytes; BASE64; TEXT",
                "[\"AQI=\"; [5; bytes; BASE64; NUMBER",
                "[\"AQI=\"; [[[]]; bytes; BASE64; LIST",
                "\"bytes\": [; \"bytes\": \"AQI=\", \"x\": [; bytes; LIST; TEXT",
                "\"bytes\"; \"other\"; bytes; LIST; NOTHING",
                "\"size\": 4; \"size\": 5; size; SIZE; NUMBER",
                "\"size\": 4; \"size\": 4.5; size; NUMBER; NUMBER",
                "\"size\": 4; \"size\": -1; size; SIZE; NUMBER",
                "\"size\": 4, ; ; size; NUMBER; NOTHING",
            },
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false)
    void oneThatSaysSomethingElseIsLeftOutAndNamedAndItsMessageStays(
            String sound, String broken, String member, String expected, String found)
            throws Exception {
        String changed = FILE.replace(sound, broken == null ? "" : broken.substring(1));
        Read read = read(SMALL, "[" + changed + ", " + file(4, 3) + "]");
        assertEquals(
                List.of(
                        new PastRefusal.Wrong(
                                WHERE,
                                member.strip(),
                                Kind.valueOf(expected.strip()),
                                Kind.valueOf(found.strip()))),
                read.refusals());
        assertEquals(1, found(read).size());
        assertEquals(3, found(read).getFirst().size());
    }

    @Test
    void whatIsNoObjectIsNamedByItsMessage() throws Exception {
        Read read = read(SMALL, "[1, " + FILE + "]");
        PastWhere message = PastWhere.of("x.json").conversation(1).message(MESSAGE);
        assertEquals(
                List.of(new PastRefusal.Wrong(message, "attachments", Kind.OBJECT, Kind.NUMBER)),
                read.refusals());
        assertEquals(1, found(read).size());
    }

    @Test
    void oneWithoutANameInTheFileIsNamedByItsId() throws Exception {
        Read read = read(SMALL, "[" + FILE.replace("\"name\": \"a\", ", "") + "]");
        assertEquals(
                List.of(
                        new PastRefusal.Wrong(
                                WHERE.attachment(ID), "name", Kind.TEXT, Kind.NOTHING)),
                read.refusals());
    }

    @Test
    void oneThatIsThereTwiceIsTakenOnce() throws Exception {
        Read read = read(SMALL, "[" + FILE + "," + FILE + "]");
        assertEquals(List.of(new PastRefusal.Twice(WHERE)), read.refusals());
        assertEquals(1, found(read).size());
    }

    @Test
    void oneThatIsTooLargeIsLeftOutAndTheNextIsRead() throws Exception {
        Read read = read(SMALL, "[" + file(1, 101) + "," + file(2, 100) + "]");
        assertEquals(
                List.of(new PastRefusal.TooMuch(WHERE, Limit.ATTACHMENT, 100)), read.refusals());
        assertEquals(100, found(read).getFirst().size());
    }

    @Test
    void oneThatIsTooMuchTogetherWithOthersIsLeftOutAndASmallerOneIsRead() throws Exception {
        Read read = read(SMALL, "[" + file(1, 90) + "," + file(2, 61) + "," + file(3, 60) + "]");
        assertEquals(
                List.of(new PastRefusal.TooMuch(WHERE, Limit.ATTACHMENTS, 150)), read.refusals());
        assertEquals(List.of(90L, 60L), found(read).stream().map(PastAttachment::size).toList());
    }

    @Test
    void bytesAreNoCharactersOfTheirConversation() throws Exception {
        Limits narrow = new Limits(4000, 20, 1 << 20, 10, 2000, 4000);
        Read read = read(narrow, "[" + file(1, 2000) + "," + file(2, 2000) + "]");
        assertEquals(List.of(), read.refusals());
        assertEquals(2, found(read).size());
    }

    @Test
    void piecesThatHoldNothingCountAsValues() throws Exception {
        Read read =
                read(SMALL, "[" + FILE.replace("\"AQI=\"", "\"\",".repeat(3000) + "\"\"") + "]");
        assertEquals(
                List.of(
                        new PastRefusal.TooMuch(
                                PastWhere.of("x.json").conversation(1),
                                Limit.CONVERSATION,
                                1 << 16)),
                read.refusals());
    }

    /// What another version or another program calls so elsewhere stays what it is.
    @Test
    void onlyTheMemberOfAMessageIsTaken() throws Exception {
        String extra = "{\"attachments\":[{\"bytes\":[\"AQI=\"]}]}";
        Read read = all(SMALL, "\"extra\": " + extra);
        assertEquals(Optional.of(extra), message(read).extra());
    }
}
