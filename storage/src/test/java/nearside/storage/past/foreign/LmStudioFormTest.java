package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastId;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class LmStudioFormTest {
    private final Read read = Read.of(Read.fixture("lmstudio"));
    private final PastConversation greeting = read.conversations().getFirst();

    @Test
    void nameTimesAndFolderAreTaken() {
        assertEquals(List.of(PastSource.LM_STUDIO), read.sources());
        assertEquals(List.of(), read.refusals());
        assertEquals(PastId.of(PastSource.LM_STUDIO, "1717171717171"), greeting.id());
        assertEquals(
                new PastConversation.Head(
                        "Greeting",
                        Instant.ofEpochMilli(1717171717171L),
                        Instant.ofEpochMilli(1717171725000L)),
                greeting.head());
        assertEquals(Optional.of("Work"), greeting.filing().folder());
    }

    @Test
    void theSelectedVersionsAreTheShownPathUnderWhatTheModelWasTold() {
        assertEquals(
                List.of("Be polite.", "Hello there", "[Thinking]\nGood day."),
                Read.texts(greeting.path()));
    }

    @Test
    void otherVersionsStandBesideTheSelectedOne() {
        List<PastMessage> messages = greeting.messages();
        assertEquals(
                List.of("Be polite.", "Hi", "Hello there", "[Thinking]\nGood day."),
                Read.texts(messages));
        assertEquals(messages.get(1).parent(), messages.get(2).parent());
    }

    @Test
    void modelAndStepsAreKept() {
        PastMessage reply = greeting.path().getLast();
        assertEquals(Optional.of("qwen2.5-7b-instruct"), reply.making().model());
        assertTrue(reply.extra().orElse("").contains("31.5"));
        assertTrue(reply.extra().orElse("").contains("A greeting."));
        assertTrue(greeting.extra().orElse("").contains("\"tokenCount\":20"));
    }

    private static PastConversation conversation(String messages) {
        JsonObject json =
                JsonParser.parseString(
                                "{\"name\":\"n\",\"createdAt\":1,\"messages\":" + messages + "}")
                        .getAsJsonObject();
        return new LmStudioForm()
                .read(json, PastWhere.of("1.conversation.json"))
                .conversation()
                .orElseThrow();
    }

    @Test
    void whatWasChangedOverThereIsAnotherMessage() {
        PastConversation before = conversation("[{\"role\":\"user\",\"content\":\"one\"}]");
        PastConversation after = conversation("[{\"role\":\"user\",\"content\":\"two\"}]");
        assertEquals(before.id(), after.id());
        assertNotEquals(before.messages().getFirst().id(), after.messages().getFirst().id());
    }

    @Test
    void theSameVersionTwiceIsTwoMessages() {
        String version = "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"same\"}]}";
        PastConversation twice =
                conversation(
                        "[{\"versions\":["
                                + version
                                + ","
                                + version
                                + "],"
                                + "\"currentlySelected\":7}]");
        assertEquals(List.of("same", "same"), Read.texts(twice.messages()));
    }

    @ParameterizedTest
    @CsvSource({
        "1.conversation.json, ",
        "export/1.conversation.json, ",
        "export/Work/1.conversation.json, Work",
        ".lmstudio/conversations/1.conversation.json, ",
        "export/A/B/1.conversation.json, B",
    })
    void theFolderIsTheOneAroundTheFile(String file, String folder) {
        assertEquals(Optional.ofNullable(folder), LmStudioForm.folder(file));
    }
}
