package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Sampling;
import nearside.engine.contract.ScriptedEngine;
import nearside.storage.Conversation;
import nearside.storage.Settings.Relief;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// What a person does not want to be given up is not.
final class ReliefTurnTest extends BorrowingCase {
    private TurnEvent.End afterMany() throws InterruptedException {
        Orchestrator orchestrator = house.orchestrator(ScriptedEngine.writing("Yes"));
        TurnEvent.End end = last(orchestrator, 0);
        for (int i = 1; i < 7 && end instanceof TurnEvent.Done; i++) {
            end = last(orchestrator, i);
        }
        return end;
    }

    private TurnEvent.End last(Orchestrator orchestrator, int number) throws InterruptedException {
        Request question =
                new Request.Ask(
                        house.profile.conversations().list().stream()
                                .map(Conversation::id)
                                .findFirst(),
                        "one two three four five six seven eight nine ten " + number,
                        Sampling.GREEDY,
                        8);
        List<TurnEvent> events = all(orchestrator.answer(question));
        return (TurnEvent.End) events.getLast();
    }

    @Test
    void earlierMessagesAreLeftOutWhereTheyMayBe() throws Exception {
        assertEquals(TurnEvent.Done.class, afterMany().getClass());
        assertTrue(reply().decision().orElseThrow().contains("FITS_PACKED"));
    }

    @Test
    void aConversationIsReadWholeOrNotAtAll() throws Exception {
        house.never = Set.of(Relief.LEAVE_OUT);
        assertTrue(
                afterMany() instanceof TurnEvent.Declined(Decision whole)
                        && whole.reason() == Reason.WINDOW_EXCEEDED);
        assertTrue(reply().decision().orElseThrow().contains("\"never\":[\"leave_out\"]"));
    }
}
