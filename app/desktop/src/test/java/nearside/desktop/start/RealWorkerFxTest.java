package nearside.desktop.start;

import static nearside.desktop.pace.Fx.onFx;
import static nearside.desktop.pace.Fx.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import nearside.copilot.catalogue.InForce;
import nearside.desktop.downloads.Shops;
import nearside.storage.Message;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Supplier;

/// A worker that dies, seen from the window.
final class RealWorkerFxTest extends RealWorkerFx {
    @Override
    Supplier<InForce> shop() {
        return Shops.own();
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("launch.args"))
                .toList();
    }

    @Test
    void theWindowOutlivesItsWorkerAndTheNextQuestionIsAnswered() throws Exception {
        ask("Write a long story about the sea and a lighthouse keeper.");
        until(() -> lastAnswer().length() > 100);
        List<ProcessHandle> workers = workers();
        assertEquals(1, workers.size());
        workers.getFirst().destroyForcibly();
        until(() -> shows("#trouble") && shows("#continue"));
        assertEquals(Message.State.CUT, kept().getLast().state());
        assertEquals(lastAnswer(), kept().getLast().text());
        assertTrue(kept().getLast().text().length() > 100);
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        until(() -> lastAnswer().isEmpty());
        ask("What is the capital of France?");
        until(() ->
                kept().getFirst().text().contains("France")
                        && kept().getLast().state() == Message.State.DONE);
        assertEquals("The capital of France is Paris.", kept().getLast().text());
        until(() -> lastAnswer().equals(kept().getLast().text()));
        assertFalse(shows("#trouble"));
    }

    @Test
    void closingInMidAnswerKeepsEveryWord() throws Exception {
        ask("Write a long story about the sea and a lighthouse keeper.");
        until(() -> lastAnswer().length() > 100);
        String shown = lastAnswer();
        onFx(() -> {
            stage.close();
            return true;
        });
        wiring.close();
        assertEquals(Message.State.STOPPED, kept().getLast().state());
        assertTrue(kept().getLast().text().startsWith(shown));
    }
}
