package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.engine.Prompt.Line;
import nearside.engine.Sampling;
import nearside.engine.contract.Script;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.contract.Step;
import nearside.storage.Attachment;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Turns whose questions have files.
final class AttachedTurnTest extends BorrowingCase {
    private static final String READ = "notes.txt:\n```\nOne, two.\n```\n\nHow many?";

    private final ScriptedEngine engine =
            new ScriptedEngine(
                    Script.of(new Step.Write("Two."), Step.end()),
                    Script.of(new Step.Write("Yes."), Step.end()));

    private Attachment attached(String name, byte[] bytes) {
        return house.profile.drafts().files().add(Optional.empty(), name, bytes);
    }

    private static Request.Ask ask(Optional<ConversationId> conversation, String text) {
        return new Request.Ask(conversation, text, Sampling.GREEDY, 20);
    }

    private ConversationId conversation() {
        return house.profile.conversations().list().getFirst().id();
    }

    private List<String> read() {
        return engine.prompts().getLast().lines().stream().map(Line::text).toList();
    }

    @Test
    void theModelReadsTheFileWithItsQuestionAndInTheTurnsAfterIt() throws Exception {
        Attachment notes = attached("notes.txt", "One, two.".getBytes(UTF_8));
        Orchestrator orchestrator = house.orchestrator(engine);
        all(orchestrator.answer(ask(Optional.empty(), "How many?").with(List.of(notes.id()))));
        assertEquals(List.of(READ), read());
        all(orchestrator.answer(ask(Optional.of(conversation()), "Sure?")));
        assertEquals(List.of(READ, "Two.", "Sure?"), read());
        assertEquals("How many?", house.messages().getFirst().text());
        MessageId question = house.messages().getFirst().id();
        assertEquals("notes.txt", house.profile.attachments().of(question).getFirst().name());
    }

    @Test
    void whatIsNoTextIsKeptAndNotRead() throws Exception {
        Attachment picture = attached("moon.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        all(
                house.orchestrator(engine)
                        .answer(ask(Optional.empty(), "How many?").with(List.of(picture.id()))));
        assertEquals(List.of("How many?"), read());
        assertEquals(1, house.profile.attachments().of(house.messages().getFirst().id()).size());
    }

    @Test
    void tokensOfFilesCountInTheOutlook() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        int bare = orchestrator.outlook(Optional.empty(), "How many?", 0).orElseThrow().tokens();
        int with = orchestrator.outlook(Optional.empty(), "How many?", 300).orElseThrow().tokens();
        assertEquals(100, with - bare);
        Attachment notes = attached("notes.txt", "word ".repeat(100).getBytes(UTF_8));
        all(orchestrator.answer(ask(Optional.empty(), "How many?").with(List.of(notes.id()))));
        int after =
                orchestrator
                        .outlook(Optional.of(conversation()), "How many?", 0)
                        .orElseThrow()
                        .tokens();
        assertTrue(after > bare + 100, "found " + after);
    }
}
