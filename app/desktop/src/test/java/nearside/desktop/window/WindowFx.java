package nearside.desktop.window;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import nearside.desktop.pace.Fx;
import nearside.desktop.pace.FxHand;
import nearside.engine.Finish;
import nearside.engine.local.EngineState;
import nearside.storage.Conversation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/// A window over a real profile and a scripted engine, with a robot in front of it.
@ExtendWith(ApplicationExtension.class)
abstract class WindowFx {
    @TempDir Path profile;
    final FxHand robot = new FxHand();
    Opened opened;
    Stage stage;

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        opened = onFx(this::opened);
        feed(new EngineState.Ready("starter"));
    }

    /// How it is opened.
    Opened opened() {
        return Opened.on(stage, profile);
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
        opened.close();
    }

    void reopen() throws TimeoutException {
        close();
        open();
    }

    static <T> T onFx(Callable<T> action) {
        return Fx.onFx(action);
    }

    static void until(Callable<Boolean> condition) {
        Fx.until(condition);
    }

    void feed(EngineState state) {
        opened.feed().accept(state);
        WaitForAsyncUtils.waitForFxEvents();
    }

    boolean shows(String id) {
        return robot.lookup(id).queryAll().stream().anyMatch(this::seen);
    }

    boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    String text(String id) {
        return robot.lookup(id).queryAll().stream()
                .filter(this::seen)
                .map(node ->
                        switch (node) {
                            case Labeled labeled -> labeled.getText();
                            case TextInputControl field -> field.getText();
                            case Region region -> String.valueOf(region.getAccessibleText());
                            default -> "";
                        })
                .reduce((_, last) -> last)
                .orElse("");
    }

    /// Fires an item of a menu in the menu of the first conversation: the robot loses those.
    void fireOfConversation(String menu, String item) {
        robot.rightClickOn("#history .line");
        until(() -> first().getContextMenu().isShowing());
        onFx(() -> {
            ListCell<?> cell = first();
            Menu opened = (Menu) named(cell.getContextMenu().getItems(), menu);
            named(opened.getItems(), item).fire();
            cell.getContextMenu().hide();
            return true;
        });
    }

    ListCell<?> first() {
        return robot.lookup("#history .list-cell:filled").queryAllAs(ListCell.class).stream()
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem named(List<MenuItem> items, String id) {
        return items.stream().filter(it -> id.equals(it.getId())).findFirst().orElseThrow();
    }

    List<Conversation> stored() {
        return opened.desk().profile().conversations().list();
    }

    void ask(String question) {
        robot.clickOn("#question").write(question).type(KeyCode.ENTER);
    }

    void askAndGet(String question, String answer) {
        ask(question);
        opened.desk().engine().write(answer);
        opened.desk().engine().finish(Finish.EOS);
        until(() -> text("#answer-text").equals(answer) && !shows("#stop"));
        until(() -> text("#title").equals(question));
    }
}
