package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastId;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ChatGptFormTest {
    private static final String FILE = "chatgpt-conversations.json";
    private static final String EGGS = "6553a0c0-0000-4000-8000-00000000e99a";

    private final Read read = Read.of(Read.fixture(FILE));
    private final PastConversation eggs = read.conversations().getFirst();

    private PastMessage message(String id) {
        String ours = PastId.of(PastSource.CHATGPT, EGGS, id);
        return eggs.messages().stream()
                .filter(message -> message.id().equals(ours))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void titleTimesAndIdAreTaken() {
        assertEquals(List.of(PastSource.CHATGPT), read.sources());
        assertEquals(PastId.of(PastSource.CHATGPT, EGGS), eggs.id());
        assertEquals(
                new PastConversation.Head(
                        "Boiling eggs",
                        Instant.parse("2023-11-14T22:13:20.250Z"),
                        Instant.parse("2023-11-14T22:18:20.500Z")),
                eggs.head());
    }

    @Test
    void theShownPathEndsAtTheCurrentNode() {
        assertEquals(
                List.of(
                        "",
                        "How long do I boil an egg?",
                        "Seven minutes for a soft yolk.",
                        "[Image]\nIs this one done?",
                        "```python\nprint(7 * 60)\n```",
                        "```\n420\n```",
                        "Yes, after 420 seconds."),
                Read.texts(eggs.path()));
    }

    @Test
    void otherBranchesAreKept() {
        assertEquals(8, eggs.messages().size());
        assertEquals("Ten minutes.", message("a1").text());
        assertEquals(message("a1").parent(), message("a2").parent());
    }

    @Test
    void modelsAndTimesAreKept() {
        assertEquals(Optional.of("gpt-4o"), message("a1").making().model());
        assertEquals(Instant.parse("2023-11-14T22:13:24Z"), message("a1").head().begun());
    }

    @Test
    void aMessageWithoutATimeHasThatOfTheOneBefore() {
        assertEquals(eggs.head().created(), message("sys").head().begun());
    }

    @Test
    void aToolStandsOnTheSideOfTheAssistantAndIsNamed() {
        assertEquals(Speaker.ASSISTANT, message("result").head().speaker());
        assertTrue(message("result").extra().orElse("").contains("\"role\":\"tool\""));
    }

    @Test
    void whatIsNoTextIsKeptAsItWas() {
        assertTrue(message("q2").extra().orElse("").contains("file-service://file-abc"));
        assertTrue(message("a1").extra().orElse("").contains("finish_details"));
        assertTrue(eggs.extra().orElse("").contains("\"is_archived\":false"));
        assertTrue(eggs.extra().orElse("").contains("\"id\":\"" + EGGS + "\""));
        assertFalse(message("a1").extra().orElse("").contains("Ten minutes"), "kept once");
    }

    @Test
    void aConversationWithoutATreeIsNamedAndTheRestIsRead() {
        PastWhere where = PastWhere.of(FILE).conversation(2);
        assertEquals(
                List.of(new PastRefusal.Wrong(where, "mapping", Kind.OBJECT, Kind.LIST)),
                read.refusals());
        assertEquals(2, read.conversations().size());
    }

    @Test
    void withoutATitleTheFirstQuestionIsOne() {
        PastConversation second = read.conversations().getLast();
        assertEquals("A question", second.head().title());
        assertEquals(Instant.parse("2023-11-14T22:21:40Z"), second.head().created());
    }

    @Test
    void anUnknownCurrentNodeShowsTheLastMessage() {
        assertEquals(1, read.conversations().getLast().path().size());
    }
}
