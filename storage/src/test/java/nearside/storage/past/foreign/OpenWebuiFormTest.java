package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class OpenWebuiFormTest {
    private final Read read = Read.of(Read.fixture("open-webui-chats.json"));
    private final PastConversation cat = read.conversations().getFirst();

    @Test
    void titleTimesTagsAndPinAreTaken() {
        assertEquals(List.of(PastSource.OPEN_WEBUI), read.sources());
        assertEquals(List.of(), read.refusals());
        Instant changed = Instant.ofEpochSecond(1710000011);
        assertEquals(
                new PastConversation.Head(
                        "Names for a cat", Instant.ofEpochSecond(1710000000), changed),
                cat.head());
        assertEquals(
                new PastConversation.Filing(
                        Optional.empty(), List.of("pets", "fun"), Optional.of(changed)),
                cat.filing());
    }

    @Test
    void theShownPathEndsAtTheCurrentMessage() {
        assertEquals(
                List.of("A name for a cat?\n[File: cat.png]", "Misty", "Thanks"),
                Read.texts(cat.path()));
    }

    @Test
    void branchesModelsAndWhatIsUnknownAreKept() {
        assertEquals(4, cat.messages().size());
        assertEquals(Optional.of("llama3:8b"), cat.messages().get(1).making().model());
        assertTrue(cat.messages().get(1).extra().orElse("").contains("\"modelIdx\":0"));
        assertTrue(cat.extra().orElse("").contains("\"folder_id\":\"f-1\""));
        assertTrue(cat.extra().orElse("").contains("\"temperature\":0.5"));
    }

    @Test
    void anOlderExportHasNoFrame() {
        JsonObject chat =
                JsonParser.parseString(
                                """
                                {"title": "Old", "timestamp": 1700000000000, "history": {
                                  "currentId": "b", "messages": {
                                    "a": {"role": "user", "content": "?", "parentId": null},
                                    "b": {"role": "assistant", "content": "!", "parentId": "a"}}}}
                                """)
                        .getAsJsonObject();
        OpenWebuiForm form = new OpenWebuiForm();
        assertTrue(form.fits(chat));
        PastConversation old = form.read(chat, PastWhere.of("x")).conversation().orElseThrow();
        assertEquals(List.of("?", "!"), Read.texts(old.path()));
        assertEquals(Instant.ofEpochSecond(1700000000), old.head().created());
    }
}
