package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import nearside.engine.Finish;

import org.junit.jupiter.api.Test;

/// Questions are written by keys alone.
final class ByKeysWritingFxTest extends ByKeysFx {
    private String lastAsked() {
        return opened.desk().engine().asked().getLast().lines().getLast().text();
    }

    private void slash(String command) {
        keys.backTo("#question");
        keys.write("/");
        until(() -> shows("#slash-list"));
        keys.write(command);
        robot.type(KeyCode.ENTER);
    }

    @Test
    void aQuestionOfTwoLinesIsSentByEnterAndByTheButton() {
        keys.write("One");
        keys.with(KeyCode.SHIFT, KeyCode.ENTER);
        keys.write("two");
        robot.type(KeyCode.ENTER);
        until(() -> opened.desk().engine().asked().size() == 1);
        assertEquals("One\ntwo", lastAsked());
        answers("Three");
        keys.write("Four");
        keys.press("#send");
        until(() -> opened.desk().engine().asked().size() == 2);
        focusIs("#question");
    }

    @Test
    void filesAreReachedOpenedAndTakenAway() {
        keys.tabTo("#attach");
        keys.backTo("#question");
        copy("word ".repeat(10_000));
        keys.shortcut(KeyCode.V);
        until(() -> shows(".chip-name"));
        keys.backTo(".chip-name");
        robot.type(KeyCode.SPACE);
        until(() -> shows("#attached-text"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#attached-text"));
        focusIs(".chip-name");
        keys.press(".chip .icon-only");
        until(() -> !shows(".chip-name"));
        focusIs("#question");
    }

    @Test
    void promptsAreKeptChangedUsedAndForgotten() {
        slash("prompts");
        until(() -> shows("#prompts-title"));
        keys.fill("#prompt-name", "Rhyme");
        keys.fill("#prompt-text", "Rhyme on {{thing}}");
        keys.press("#prompt-keep");
        until(() -> robot.lookup("Rhyme").tryQuery().isPresent());
        keys.backTo("#prompt-list");
        robot.type(KeyCode.DOWN);
        until(() -> shows("#prompt-list .list-cell:filled:selected"));
        keys.fill("#prompt-text", "Sing of {{thing}}");
        keys.press("#prompt-keep");
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#prompts-title"));
        slash("rhy");
        until(() -> text("#question").equals("Sing of {{thing}}"));
        keys.write("moons");
        robot.type(KeyCode.ENTER);
        until(() -> opened.desk().engine().asked().size() == 1);
        assertEquals("Sing of moons", lastAsked());
        slash("prompts");
        until(() -> shows("#prompts-title"));
        keys.tabTo("#prompt-list");
        robot.type(KeyCode.DOWN);
        keys.press("#prompt-forget");
        until(() -> robot.lookup("Rhyme").tryQuery().isEmpty());
    }

    @Test
    void aPromptIsTakenFromTheLibrary() {
        slash("prompts");
        until(() -> shows("#prompts-title"));
        keys.tabTo("#prompt-list");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        until(() -> !shows("#prompts-title") && !text("#question").isEmpty());
        focusIs("#question");
    }

    @Test
    void theLastQuestionIsOpenedAndLeft() {
        askAndGet("One", "1");
        robot.type(KeyCode.UP);
        until(() -> shows("#edit-area"));
        focusIs("#edit-area");
        keys.tabTo("#edit-cancel");
        keys.backTo("#edit-area");
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#edit-area"));
        focusIs("#question");
        assertEquals(1, opened.desk().engine().asked().size());
    }

    @Test
    void anAnswerIsStoppedByEscapeAndByItsButtonAndGoesOn() {
        ask("Tell me all");
        opened.desk().engine().write("The moon");
        until(() -> text("#answer-text").equals("The moon"));
        keys.press("#stop");
        until(() -> keys.has("#question"));
        until(() -> !shows("#stop") && shows("#continue"));
        keys.press("#continue");
        until(() -> shows("#stop"));
        until(() -> keys.isInside("#chat"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#stop"));
        keys.press("#continue");
        until(() -> shows("#stop"));
        opened.desk().engine().write(" turns");
        opened.desk().engine().finish(Finish.LENGTH);
        until(() -> !shows("#stop") && text("#answer-text").equals("The moon turns"));
        keys.tabTo("#continue");
    }
}
