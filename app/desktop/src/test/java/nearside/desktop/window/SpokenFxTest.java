package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.ReplyEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a screen reader is told while an answer comes.
final class SpokenFxTest extends WindowFx {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private void listen() {
        onFx(() -> robot.lookup("#status").query().accessibleTextProperty().subscribe(this::hear));
    }

    private void hear(String text) {
        if (text != null) {
            said.add(text);
        }
    }

    private void write(String text) {
        opened.desk().engine().write(text);
    }

    @Test
    void anAnswerIsToldByItsStagesAndNeverByItsWords() {
        listen();
        ask("Count");
        for (int i = 1; i <= 20; i++) {
            String all = text("#answer-text") + i + " ";
            write(i + " ");
            until(() -> text("#answer-text").equals(all));
        }
        opened.desk().engine().finish(Finish.EOS);
        until(() -> !shows("#stop") && said.size() > 1);
        assertEquals("The answer is being written", said.get(said.size() - 2));
        assertTrue(said.getLast().startsWith("The answer is finished. "), said.getLast());
        assertTrue(said.size() <= 3, said.toString());
    }

    @Test
    void aStoppedAnswerIsSaidToBeStoppedAndWhatGoesOnIsToldAgain() {
        listen();
        ask("Count");
        write("1, 2");
        until(() -> text("#answer-text").equals("1, 2"));
        robot.type(KeyCode.ESCAPE);
        until(() -> said.getLast().startsWith("Stopped"));
        robot.clickOn("#continue");
        write(", 3");
        until(() -> said.getLast().equals("The answer is being written"));
        opened.desk().engine().finish(Finish.EOS);
        until(() -> said.getLast().startsWith("The answer is finished"));
    }

    @Test
    void whyThereIsNoAnswerIsSaid() {
        listen();
        ask("Count");
        until(() -> shows("#stop"));
        opened.desk()
                .engine()
                .tell(
                        new ReplyEvent.Failed(
                                new EngineFailure.WorkerDied(EngineFailure.Stage.READ, 137)));
        until(() -> shows("#copy-details"));
        until(() -> !said.isEmpty() && said.getLast().startsWith("Not answered. "));
    }

    @Test
    void nothingIsSaidOfWhatWasAnsweredBefore() {
        askAndGet("Hello", "Hi");
        listen();
        said.clear();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> shows("#start"));
        robot.clickOn("#history .line");
        until(() -> text("#answer-text").equals("Hi"));
        assertEquals(List.of(), said);
    }

    @Test
    void theLineStandsOutsideOfWhatIsSeen() {
        Node status = onFx(() -> robot.lookup("#status").query());
        assertTrue(onFx(() -> status.getBoundsInParent().getMaxX() < 0));
        assertTrue(onFx(status::isVisible), "what is hidden is not read");
    }
}
