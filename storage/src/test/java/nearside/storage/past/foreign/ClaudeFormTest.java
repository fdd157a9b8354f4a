package nearside.storage.past.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ClaudeFormTest {
    private static final String FILE = "claude-conversations.json";

    private final Read read = Read.of(Read.fixture(FILE));
    private final PastConversation trains = read.conversations().getFirst();

    @Test
    void titleTimesAndProjectAreTaken() {
        assertEquals(List.of(PastSource.CLAUDE), read.sources());
        assertEquals(
                new PastConversation.Head(
                        "Trains",
                        Instant.parse("2025-03-01T10:00:00.123456Z"),
                        Instant.parse("2025-03-01T10:05:00Z")),
                trains.head());
        assertEquals(Optional.of("Travel"), trains.filing().folder());
    }

    @Test
    void theLastMessageEndsTheShownPath() {
        assertEquals(
                List.of(
                        "When does the train go?\n[File: timetable.txt]",
                        "[Thinking]\n[Tool call: clock]\n[Tool result: clock]\nAt 10:15, in 14 minutes.",
                        "And back?"),
                Read.texts(trains.path()));
    }

    @Test
    void branchesAreKept() {
        assertEquals(4, trains.messages().size());
        assertEquals(trains.messages().get(2).parent(), trains.messages().get(3).parent());
    }

    @Test
    void thoughtsToolsAndAttachmentsAreKeptAsTheyWere() {
        assertTrue(trains.messages().get(0).extra().orElse("").contains("10:15 Ulm"));
        assertTrue(trains.messages().get(1).extra().orElse("").contains("The table says 10:15."));
        assertTrue(trains.messages().get(1).extra().orElse("").contains("Europe/Berlin"));
        assertTrue(trains.extra().orElse("").contains("\"summary\":\"About trains.\""));
        assertFalse(trains.messages().get(3).extra().orElse("").contains("And back"), "kept once");
    }

    @Test
    void whatIsNoMessageIsNamed() {
        assertEquals(
                List.of(
                        new PastRefusal.Wrong(
                                PastWhere.of(FILE).conversation(1).message(""),
                                "uuid",
                                Kind.TEXT,
                                Kind.TEXT)),
                read.refusals());
    }

    @Test
    void withoutParentsEachMessageFollowsTheOneBefore() {
        PastConversation old = read.conversations().getLast();
        assertEquals(List.of("Hello", "Hi"), Read.texts(old.path()));
        assertEquals(Speaker.ASSISTANT, old.path().getLast().head().speaker());
        assertEquals("Hello", old.head().title());
    }
}
