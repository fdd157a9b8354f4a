package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.ScriptedEngine;
import nearside.farside.FarSide;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person pins is read in every turn.
final class PinnedTurnTest extends BorrowingCase {
    private final ScriptedEngine engine = ScriptedEngine.writing("Yes");

    private ConversationId conversation() {
        return house.profile.conversations().list().getFirst().id();
    }

    private TurnEvent.End asked(Orchestrator orchestrator, String text) throws Exception {
        Request question =
                new Request.Ask(
                        house.profile.conversations().list().stream()
                                .map(Conversation::id)
                                .findFirst(),
                        text,
                        Sampling.GREEDY,
                        8);
        return (TurnEvent.End) all(orchestrator.answer(question)).getLast();
    }

    private void talk(Orchestrator orchestrator) throws Exception {
        asked(orchestrator, "the meeting is on Monday");
        for (int i = 0; i < 5; i++) {
            asked(orchestrator, "one two three four five six seven eight nine ten " + i);
        }
    }

    private MessageId message(int place) {
        return house.messages().get(place).id();
    }

    private List<Line> read() {
        return engine.prompts().getLast().lines();
    }

    @Test
    void aPinnedMessageIsReadWhateverIsAsked() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        talk(orchestrator);
        Line monday = new Line(Role.USER, "the meeting is on Monday");
        asked(orchestrator, "how is the cat called");
        assertFalse(read().contains(monday), read().toString());
        house.profile.conversations().pin(message(0));
        asked(orchestrator, "how is the dog called");
        assertTrue(read().contains(monday), read().toString());
        house.profile.conversations().unpin(message(0));
        asked(orchestrator, "how is the cow called");
        assertFalse(read().contains(monday), read().toString());
    }

    /// However little a person lets leave, what is pinned leaves with the question.
    @Test
    void whatIsPinnedLeavesWhereAnAnswerIsBorrowed() throws Exception {
        try (FarSide far = FarSide.plain(saying("Yes"))) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(engine);
            talk(orchestrator);
            house.profile.conversations().pin(message(0));
            house.hasNoRoom();
            all(
                    orchestrator.answer(
                            new Request.Ask(
                                    Optional.of(conversation()),
                                    "how is the cat called",
                                    Sampling.GREEDY,
                                    8),
                            Presence.PERSON),
                    Consent.SEND_LESS,
                    Consent.SEND_LESS,
                    Consent.SEND);
            String left = far.asked().getFirst().body();
            assertTrue(left.contains("the meeting is on Monday"), left);
            assertTrue(left.contains("how is the cat called"), left);
            assertFalse(left.contains("nine ten 0"), left);
        }
    }

    @Test
    void aPinnedMessageIsNotAmongTheUnseen() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        talk(orchestrator);
        assertEquals(Seen.NOTHING, unseen(orchestrator).get(message(0)));
        assertEquals(0, outlook(orchestrator).stays());
        house.profile.conversations().pin(message(0));
        assertFalse(unseen(orchestrator).containsKey(message(0)));
        assertEquals(12, outlook(orchestrator).stays(), "its words, and about those asked");
    }

    private Outlook outlook(Orchestrator orchestrator) {
        return orchestrator
                .outlook(Optional.of(conversation()), "how is the cat called", 0)
                .orElseThrow();
    }

    private Map<MessageId, Seen> unseen(Orchestrator orchestrator) {
        return outlook(orchestrator).unseen();
    }

    /// More is pinned than the window holds: nothing is read in part, and nothing is asked.
    @Test
    void whatIsPinnedAloneMayBeTooLong() throws Exception {
        Orchestrator orchestrator = house.orchestrator(engine);
        talk(orchestrator);
        house.messages().stream()
                .filter(message -> message.text().startsWith("one two"))
                .forEach(message -> house.profile.conversations().pin(message.id()));
        int before = engine.prompts().size();
        assertTrue(
                asked(orchestrator, "how is the cat called")
                                instanceof TurnEvent.Declined(Decision declined)
                        && declined.reason() == Reason.WINDOW_EXCEEDED
                        && declined.situation().asked().pinned() == 5 * 17
                        && declined.needs().missingTokens() > 0);
        assertEquals(before, engine.prompts().size());
    }
}
