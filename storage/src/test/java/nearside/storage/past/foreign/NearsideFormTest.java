package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastId;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastSamples;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;
import nearside.storage.past.page.PastJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class NearsideFormTest {
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final String MESSAGE =
            """
            {"id": "%s", "speaker": "user", "state": "done", "begun": "2026-01-02T03:04:05Z",
             "text": [{"source": "here", "text": "hello"}]}
            """;

    @TempDir Path room;

    private Read read(String conversations) throws Exception {
        return Read.of(
                Files.writeString(
                        room.resolve("x.json"),
                        "{\"format\":\"nearside-conversations\",\"version\":1,\"conversations\":["
                                + conversations
                                + "]}"));
    }

    private static String conversation(String messages) {
        return """
        {"id": "%s", "title": "t", "created": "2026-01-02T03:04:05Z",
         "changed": "2026-01-02T03:04:05Z", "messages": [%s]}
        """
                .formatted(ID, messages);
    }

    private static String message(int number) {
        return MESSAGE.formatted("00000000-0000-4000-8000-00000000010" + number);
    }

    @Test
    void whateverWasWrittenIsReadAsItWas() throws Exception {
        List<PastConversation> written = new ArrayList<>();
        Path file = room.resolve("all.json");
        try (Writer out = Files.newBufferedWriter(file);
                PastJson json = new PastJson(out)) {
            for (int seed = 0; seed < 200; seed++) {
                written.add(new PastSamples(seed).conversation(seed % 30));
                json.write(written.getLast());
            }
        }
        Read read = Read.of(file);
        assertEquals(List.of(), read.refusals());
        for (int seed = 0; seed < 200; seed++) {
            assertEquals(written.get(seed), read.conversations().get(seed), "seed " + seed);
        }
    }

    @Test
    void idsOfOurFormStayAndOthersAreMade() throws Exception {
        Read read = read(conversation(message(1) + "," + MESSAGE.formatted("foreign")));
        PastConversation conversation = read.conversations().getFirst();
        assertEquals(ID, conversation.id());
        assertEquals("00000000-0000-4000-8000-000000000101", conversation.messages().get(0).id());
        assertEquals(
                PastId.of(PastSource.NEARSIDE, ID, "foreign"), conversation.messages().get(1).id());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "\"speaker\": \"user\"; \"speaker\": \"robot\"; speaker; WORD; TEXT",
                "\"state\": \"done\"; \"state\": 1; state; TEXT; NUMBER",
                "\"begun\": \"2026-01-02T03:04:05Z\"; \"begun\": \"soon\"; begun; TIME; TEXT",
                "\"begun\": \"2026-01-02T03:04:05Z\"; \"begun\": \"9999-01-02T03:04:05Z\"; begun; TIME; TEXT",
                "\"text\": [; \"pinned\": true, \"text\": [; pinned; TEXT; TRUTH",
                "\"text\": [; \"pinned\": \"soon\", \"text\": [; pinned; TIME; TEXT",
                "\"text\": [; \"text\": [1,; text; OBJECT; NUMBER",
                "\"source\": \"here\"; \"source\": \"moon\"; source; WORD; TEXT",
                "\"text\": [; \"model\": true, \"text\": [; model; TEXT; TRUTH",
                "\"text\": [; \"figures\": {}, \"text\": [; prompt_tokens; NUMBER; NOTHING",
                "\"text\": [; \"extra\": 5, \"text\": [; extra; OBJECT; NUMBER",
            },
            delimiter = ';')
    void aMessageThatSaysSomethingElseIsLeftOutAndNamed(
            String sound, String broken, String member, Kind expected, Kind found)
            throws Exception {
        Read read = read(conversation(message(1).replace(sound, broken) + "," + message(2)));
        PastWhere where =
                PastWhere.of("x.json")
                        .conversation(1)
                        .message("00000000-0000-4000-8000-000000000101");
        assertEquals(
                List.of(new PastRefusal.Wrong(where, member, expected, found)), read.refusals());
        assertEquals(1, read.conversations().getFirst().messages().size());
    }

    @Test
    void whatHangsUnderALeftOutMessageMovesUp() throws Exception {
        String second = message(2).replace("{\"id\"", "{\"parent\": \"" + id(1) + "\", \"id\"");
        String third = message(3).replace("{\"id\"", "{\"parent\": \"" + id(2) + "\", \"id\"");
        Read read =
                read(
                        conversation(
                                message(1)
                                        + ","
                                        + second.replace("\"done\"", "\"?\"")
                                        + ","
                                        + third));
        assertEquals(
                Optional.of(id(1)), read.conversations().getFirst().messages().getLast().parent());
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-00000000010" + number;
    }

    @Test
    void aConversationWithoutATitleIsRefused() throws Exception {
        Read read =
                read(conversation("").replace("\"title\": \"t\",", "") + "," + conversation(""));
        assertEquals(
                List.of(
                        new PastRefusal.Wrong(
                                PastWhere.of("x.json").conversation(1),
                                "title",
                                Kind.TEXT,
                                Kind.NOTHING)),
                read.refusals());
        assertEquals(1, read.conversations().size());
    }

    @Test
    void aFileOfANewerVersionIsRefusedAsAWhole() throws Exception {
        Path file =
                Files.writeString(
                        room.resolve("x.json"),
                        "{\"format\":\"nearside-conversations\",\"version\":2,\"conversations\":["
                                + conversation("")
                                + "]}");
        Read read = Read.of(file, Read.fixture("open-webui-chats.json"));
        assertEquals(
                List.of(new PastRefusal.Newer(PastWhere.of("x.json"), "2", 1)), read.refusals());
        assertEquals(List.of(PastSource.OPEN_WEBUI), read.sources(), "other files are read");
    }

    @Test
    void membersThatANewerVersionAddedAreKept() throws Exception {
        Read read =
                read(
                        conversation(message(1).replace("{\"id\"", "{\"mood\": \"good\", \"id\""))
                                .replace("{\"id\": \"" + ID, "{\"colour\": 3, \"id\": \"" + ID));
        PastConversation kept = read.conversations().getFirst();
        assertEquals(Optional.of("{\"unknown\":{\"colour\":3}}"), kept.extra());
        assertEquals(
                Optional.of("{\"unknown\":{\"mood\":\"good\"}}"),
                kept.messages().getFirst().extra());
    }

    @Test
    void circlesAndDoublesAreNamed() throws Exception {
        String first = message(1).replace("{\"id\"", "{\"parent\": \"" + id(2) + "\", \"id\"");
        String second = message(2).replace("{\"id\"", "{\"parent\": \"" + id(1) + "\", \"id\"");
        Read read = read(conversation(first + "," + second + "," + message(3) + "," + message(3)));
        PastWhere where = PastWhere.of("x.json").conversation(1);
        assertEquals(
                List.of(
                        new PastRefusal.Twice(where.message(id(3))),
                        new PastRefusal.Circle(where.message(id(1))),
                        new PastRefusal.Circle(where.message(id(2)))),
                read.refusals());
        assertTrue(read.conversations().getFirst().messages().size() == 1);
    }

    /// The documented schema and the reader know the same members.
    @Test
    void theSchemaNamesEveryMember() throws Exception {
        Path docs = Path.of(System.getProperty("nearside.models")).resolveSibling("docs");
        JsonObject defs =
                JsonParser.parseString(
                                Files.readString(
                                        docs.resolve("formats/conversation-export.schema.json")))
                        .getAsJsonObject()
                        .getAsJsonObject("$defs");
        assertEquals(NearsideForm.CONVERSATION, members(defs, "conversation"));
        assertEquals(NearsideForm.MESSAGE, members(defs, "message"));
    }

    private static Set<String> members(JsonObject defs, String of) {
        return defs.getAsJsonObject(of).getAsJsonObject("properties").keySet();
    }
}
