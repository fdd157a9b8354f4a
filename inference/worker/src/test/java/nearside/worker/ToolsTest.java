package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.engine.EngineFailure;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Tool;
import nearside.engine.ToolCall;
import nearside.engine.contract.Pulled;
import nearside.engine.local.LocalEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Tools are not left out unsaid.
class ToolsTest {
    @TempDir Path temp;

    private static Prompt prompt(Line... lines) {
        return new Prompt(
                List.of(lines),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                2);
    }

    @Test
    void aPromptWithToolsIsRefusedInWordsAndTheNextIsAnswered() {
        Line question = new Line(Role.USER, "Weather?");
        Line call =
                new Line(
                        Role.ASSISTANT,
                        "",
                        List.of(new ToolCall("1", "weather", "{}")),
                        Optional.empty());
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), _ -> {})) {
            engine.use(RealWorker.model("phi3-tiny-4k"));
            for (Prompt tools :
                    List.of(
                            prompt(question).offering(List.of(new Tool("weather", "", "{}"))),
                            prompt(question, call, new Line(Role.USER, "And?")))) {
                Pulled pulled = Pulled.all(engine.answer(tools));
                assertEquals(1, pulled.events().size());
                assertEquals(new Failed(new EngineFailure.NoTools()), pulled.last());
            }
            assertInstanceOf(Finished.class, Pulled.all(engine.answer(prompt(question))).last());
        }
    }
}
