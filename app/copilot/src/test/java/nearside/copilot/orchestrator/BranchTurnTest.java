package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Script;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.contract.Step;
import nearside.storage.ConversationId;
import nearside.storage.Message;
import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Turns in the place of others.
final class BranchTurnTest extends BorrowingCase {
    private ConversationId conversation() {
        return house.profile.conversations().list().getFirst().id();
    }

    private List<Message> shown() {
        return house.profile.conversations().messages(conversation());
    }

    private List<String> texts() {
        return shown().stream().map(Message::text).toList();
    }

    private static List<String> lines(Prompt prompt) {
        return prompt.lines().stream().map(Line::text).toList();
    }

    @Test
    void anotherQuestionIsReadWithWhatStandsAboveIt() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(new Step.Write("1"), Step.end()),
                        Script.of(new Step.Write("2"), Step.end()),
                        Script.of(new Step.Write("3"), Step.end()));
        Orchestrator orchestrator = house.orchestrator(engine);
        all(orchestrator.answer(ask("One")));
        Request.Ask two = new Request.Ask(Optional.of(conversation()), "Two", Sampling.GREEDY, 20);
        all(orchestrator.answer(two));
        MessageId question = shown().get(2).id();

        Request.Ask three =
                new Request.Ask(Optional.of(conversation()), "Three", Sampling.GREEDY, 20);
        all(orchestrator.answer(three.instead(question)));

        assertEquals(List.of("One", "1", "Three"), lines(engine.prompts().getLast()));
        assertEquals(List.of("One", "1", "Three", "3"), texts());
    }

    @Test
    void anotherReplyIsAskedForWithoutTheFirst() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(new Step.Write("1"), Step.end()),
                        Script.of(new Step.Write("one"), Step.end()));
        Orchestrator orchestrator = house.orchestrator(engine);
        all(orchestrator.answer(ask("One")));
        MessageId reply = shown().getLast().id();

        Sampling sampling = Sampling.GREEDY.withTemperature(0.8).withSeed(7);
        all(orchestrator.answer(new Request.Again(conversation(), reply, sampling, 20)));

        assertEquals(List.of("One"), lines(engine.prompts().getLast()));
        assertEquals(sampling, engine.prompts().getLast().sampling());
        assertEquals(List.of("One", "one"), texts());
        house.profile.conversations().show(reply);
        assertEquals(List.of("One", "1"), texts());
    }

    /// What is shown meanwhile is nothing to the turn.
    @Test
    void anotherWayIsShownWhileOneIsWritten() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(new Step.Write("1"), Step.end()),
                        Script.of(
                                new Step.Write("on"),
                                new Step.Await(gate),
                                new Step.Write("e"),
                                Step.end()));
        Orchestrator orchestrator = house.orchestrator(engine);
        all(orchestrator.answer(ask("One")));
        MessageId reply = shown().getLast().id();
        Turn turn =
                orchestrator.answer(new Request.Again(conversation(), reply, Sampling.GREEDY, 20));
        while (!(turn.next(House.LONG).orElseThrow() instanceof TurnEvent.Text)) {}
        house.profile.conversations().show(reply);
        gate.complete(null);
        all(turn);

        assertEquals(List.of("One", "1"), texts());
        List<MessageId> both =
                Objects.requireNonNull(
                        house.profile.conversations().siblings(conversation()).get(reply));
        house.profile.conversations().show(both.getLast());
        assertEquals(List.of("One", "one"), texts());
    }

    @Test
    void whatAPersonWroteIsReadAsTheReply() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(new Step.Write("1"), Step.end()),
                        Script.of(new Step.Write("2"), Step.end()));
        Orchestrator orchestrator = house.orchestrator(engine);
        all(orchestrator.answer(ask("One")));
        MessageId mine = orchestrator.rewrite(shown().getLast().id(), "I");
        assertEquals(mine, shown().getLast().id());
        assertTrue(shown().getLast().decision().filter(DecisionRecord::isRewritten).isPresent());

        all(
                orchestrator.answer(
                        new Request.Ask(Optional.of(conversation()), "Two", Sampling.GREEDY, 20)));
        assertEquals(new Line(Role.ASSISTANT, "I"), engine.prompts().getLast().lines().get(1));
    }
}
