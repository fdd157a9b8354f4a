package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// Prompts and commands by a slash, with keys alone.
final class SlashFxTest extends WindowFx {
    @Test
    void aPromptIsAskedWithAndItsPlacesAreFilledIn() {
        robot.clickOn("#question").write("/");
        until(() -> shows("#slash-list"));
        robot.write("transl").type(KeyCode.ENTER);
        until(() -> text("#question").startsWith("Translate into {{language}}"));
        robot.write("French").type(KeyCode.TAB);
        robot.write("The moon").type(KeyCode.ENTER);
        until(() -> !opened.desk().engine().asked().isEmpty());
        assertEquals(
                "Translate into French:\n\nThe moon",
                opened.desk().engine().asked().getFirst().lines().getFirst().text());
    }

    @Test
    void aCommandIsDoneAndTheSlashIsGone() {
        robot.clickOn("#question").write("/");
        until(() -> shows("#slash-list"));
        robot.write("keys").type(KeyCode.ENTER);
        until(() -> shows("#keys-title"));
        assertEquals("", text("#question"));
    }

    @Test
    void aTextThatBeginsWithASlashCanBeAsked() {
        robot.clickOn("#question").write("/");
        robot.write("etc/hosts").type(KeyCode.ENTER);
        until(() -> !opened.desk().engine().asked().isEmpty());
        robot.clickOn("#question").write("/");
        until(() -> shows("#slash-list"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#slash-list"));
        assertEquals("/", text("#question"));
    }

    @Test
    void aPromptIsKeptAndUsed() {
        robot.clickOn("#question").write("/").write("prompts").type(KeyCode.ENTER);
        until(() -> shows("#prompts-title"));
        robot.clickOn("#prompt-name").write("Rhyme");
        robot.clickOn("#prompt-text").write("Rhyme on moon");
        robot.clickOn("#prompt-keep");
        until(() -> robot.lookup("Rhyme").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#prompts-title"));
        robot.clickOn("#question").write("/").write("rhy").type(KeyCode.ENTER);
        until(() -> text("#question").equals("Rhyme on moon"));
    }
}
