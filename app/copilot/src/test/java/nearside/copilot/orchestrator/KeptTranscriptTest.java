package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.Sampling;
import nearside.engine.contract.ScriptedEngine;
import nearside.storage.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class KeptTranscriptTest {
    /// No commit stands between a question and its decision but that of the question.
    @Test
    void whatWasCountedInATurnIsStoredAtItsEnd(@TempDir Path folder) throws Exception {
        try (House house = new House(folder);
                Orchestrator orchestrator = house.orchestrator(ScriptedEngine.writing("Here"))) {
            Turn turn =
                    orchestrator.answer(
                            new Request.Ask(
                                    Optional.empty(), "three words here", Sampling.GREEDY, 20));
            while (!(turn.next(House.LONG).orElseThrow() instanceof TurnEvent.End)) {
                // On its way.
            }
            Message question = house.messages().getFirst();
            assertEquals(
                    Map.of(question.id(), 3),
                    house.profile
                            .conversations()
                            .counts(
                                    house.profile.conversations().list().getFirst().id(),
                                    House.FOLDER.contents().tokenizerHash()));
        }
    }
}
