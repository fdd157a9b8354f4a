package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastSource;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class JanFormTest {
    private static final String THREAD =
            "jan/threads/9d0f6a51-3c5e-4f6e-8f0a-2c1d0e5b7a11/thread.json";

    private final Read read = Read.of(Read.fixture("jan"));
    private final PastConversation bread = read.conversations().getFirst();

    @Test
    void titleAndTimesAreTaken() {
        assertEquals(List.of(PastSource.JAN), read.sources());
        assertEquals(
                new PastConversation.Head(
                        "Bread",
                        Instant.parse("2024-07-03T09:46:40.500Z"),
                        Instant.parse("2024-07-03T09:48:20.500Z")),
                bread.head());
    }

    @Test
    void messagesFollowEachOtherUnderWhatTheAssistantWasTold() {
        assertEquals(
                List.of(
                        "You are a baker.",
                        "How much salt?",
                        "[Thinking]\nTen grams for 500 g of flour."),
                Read.texts(bread.path()));
        assertEquals(Speaker.SYSTEM, bread.path().getFirst().head().speaker());
        assertEquals(Optional.of("qwen3-4b"), bread.path().getLast().making().model());
    }

    @Test
    void whatIsNoTextIsKeptAsItWas() {
        assertTrue(bread.path().getLast().extra().orElse("").contains("Two percent."));
        assertTrue(bread.path().getLast().extra().orElse("").contains("12.5"));
    }

    @Test
    void aBrokenLineIsNamedAndTheRestIsRead() {
        PastRefusal.NotJson broken =
                assertInstanceOf(PastRefusal.NotJson.class, read.refusals().getFirst());
        assertEquals(1, read.refusals().size());
        assertTrue(broken.where().file().endsWith("messages.jsonl"), broken.toString());
    }

    @Test
    void theFileOfTheThreadStandsForTheFolder() {
        assertEquals(List.of(bread), Read.of(Read.fixture(THREAD)).conversations());
    }
}
