package nearside.desktop.window;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import nearside.desktop.print.PlayedCups;
import nearside.engine.Finish;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Walks what stands around one conversation: files, prompts, ways, and the page of the settings.
record FurtherViews(WalkFx fx) {
    void walkAll() {
        files();
        slash();
        find();
        ways();
        panels();
        printing();
        filing();
    }

    private void files() {
        fx.shortcut(KeyCode.N);
        WindowFx.until(() -> fx.shows("#start"));
        WindowFx.onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("x".repeat(40_000));
            return Clipboard.getSystemClipboard().setContent(content);
        });
        fx.robot.clickOn("#question");
        fx.shortcut(KeyCode.V);
        WindowFx.until(() -> fx.shows(".chip-name"));
        fx.walk("a file beside the draft");
        fx.robot.clickOn(".chip-name");
        WindowFx.until(() -> fx.shows("#attached-text"));
        fx.walk("what is in a file");
        fx.robot.type(KeyCode.ESCAPE);
        fx.robot.clickOn("#question").write("Long").type(KeyCode.ENTER);
        WindowFx.until(() -> fx.shows(".question .chip-name"));
        fx.walk("a question with a file");
        answers("It is long");
        fx.robot.clickOn("#question").write("x");
        WindowFx.until(() -> fx.shows("#unseen"));
        fx.walk("what the model does not see any more");
        fx.robot.type(KeyCode.BACK_SPACE);
    }

    private void slash() {
        fx.shortcut(KeyCode.N);
        WindowFx.until(() -> fx.shows("#start"));
        fx.robot.clickOn("#question").write("/");
        WindowFx.until(() -> fx.shows("#slash-list"));
        fx.walk("what a slash offers");
        fx.robot.type(KeyCode.ESCAPE, KeyCode.BACK_SPACE);
    }

    private void find() {
        fx.ask("The moon");
        answers("A stone");
        fx.shortcut(KeyCode.F);
        WindowFx.until(() -> fx.shows("#find-field"));
        fx.walk("find");
        fx.robot.type(KeyCode.ESCAPE);
    }

    private void answers(String text) {
        fx.opened.desk().engine().write(text);
        fx.opened.desk().engine().finish(Finish.EOS);
        WindowFx.until(() -> fx.text("#answer-text").equals(text) && !fx.shows("#stop"));
    }

    private void ways() {
        fx.fire("#again");
        WindowFx.until(() -> fx.shows("#stop"));
        answers("A moon");
        fx.robot.clickOn(".answer #more");
        WindowFx.until(() -> fx.robot.lookup("#more-compare").tryQuery().isPresent());
        fx.walk("what else can be done with an answer");
        fx.robot.type(KeyCode.ESCAPE);
        more("more-pin");
        WindowFx.until(() -> fx.shows(".answer #pinned"));
        fx.walk("an answer that is always read");
        more("more-compare");
        WindowFx.until(() -> fx.shows("#compare-go-1"));
        fx.walk("side by side");
        fx.robot.type(KeyCode.ESCAPE);
        more("more-tree");
        WindowFx.until(() -> fx.shows("#tree-list .list-cell:filled"));
        fx.walk("all ways");
        fx.robot.type(KeyCode.ESCAPE);
    }

    /// The robot loses menus that have just been walked.
    private void more(String id) {
        WindowFx.onFx(() -> {
            MenuButton more = fx.robot.lookup(".answer #more").queryAs(MenuButton.class);
            more.show();
            more.getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .forEach(MenuItem::fire);
            more.hide();
            return true;
        });
    }

    private void panels() {
        fx.fire("#setup-open");
        WindowFx.until(() -> fx.shows("#setup-title"));
        fx.walk("how the model is asked");
        fx.robot.type(KeyCode.ESCAPE);
        fx.shortcut(KeyCode.K);
        WindowFx.until(() -> fx.shows("#switcher-field"));
        fx.robot.write("get phi").type(KeyCode.ENTER);
        WindowFx.until(() -> fx.shows("#getting"));
        fx.walk("how a larger model comes here");
        fx.robot.type(KeyCode.ESCAPE);
        fx.shortcut(KeyCode.K);
        WindowFx.until(() -> fx.shows("#switcher-field"));
        fx.robot.write("models").type(KeyCode.ENTER);
        WindowFx.until(() -> fx.shows(".models-row"));
        fx.fire("#models-details");
        fx.walk("models, with a card");
        fx.robot.type(KeyCode.ESCAPE);
        fx.panel("prompts", "#prompts-title");
        quick();
        fx.panel("settings", "#settings-title");
    }

    private void quick() {
        WindowFx.onFx(() -> {
            fx.opened.window().quick();
            return true;
        });
        WindowFx.until(() -> fx.shows("#quick-question"));
        int asked = fx.opened.desk().engine().asked().size();
        fx.robot.clickOn("#quick-question").write("How far?").type(KeyCode.ENTER);
        WindowFx.until(() -> fx.opened.desk().engine().asked().size() > asked);
        fx.walk("a quick question while it is answered");
        fx.opened.desk().engine().write("Far");
        fx.opened.desk().engine().finish(Finish.EOS);
        WindowFx.until(() -> fx.shows("#quick-anew"));
        fx.walk("a quick question and its answer");
        fx.robot.type(KeyCode.ESCAPE);
    }

    private void printing() {
        fx.shortcut(KeyCode.P);
        WindowFx.until(() -> fx.shows("#print-none-way"));
        fx.walk("print, without printers");
        fx.robot.type(KeyCode.ESCAPE);
        played();
        fx.shortcut(KeyCode.P);
        WindowFx.until(() -> fx.shows("#print-list .list-cell:filled"));
        fx.walk("print");
        fx.robot.type(KeyCode.ESCAPE);
    }

    private void played() {
        try {
            PlayedCups.in(PlayedCups.folder(fx.profile));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void filing() {
        fx.fireOfConversation("menu-tags", "menu-tag-new");
        WindowFx.until(() -> fx.shows("#name-field"));
        fx.walk("a name");
        fx.robot.clickOn("#name-field").write("moon").type(KeyCode.ENTER);
        WindowFx.until(() -> fx.shows("#filter"));
        fx.robot.clickOn("#filter");
        fx.walk("which conversations are shown");
        fx.robot.type(KeyCode.ESCAPE);
    }
}
