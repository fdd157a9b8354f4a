package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;

/// Files go with questions: pasted, shown, taken away, and kept.
final class AttachFxTest extends WindowFx {
    @TempDir Path files;

    private static void copied(ClipboardContent content) {
        onFx(() -> Clipboard.getSystemClipboard().setContent(content));
    }

    private void paste() {
        robot.clickOn("#question").press(KeyCode.SHORTCUT).type(KeyCode.V);
        robot.release(KeyCode.SHORTCUT);
    }

    private Set<Node> chips() {
        return robot.lookup(".chip-name").queryAll();
    }

    private String chip() {
        return chips().stream().map(chip -> ((Labeled) chip).getText()).findFirst().orElse("");
    }

    private void pasteText(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        copied(content);
        paste();
    }

    private void pasteFiles(Path... pasted) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(pasted).stream().map(Path::toFile).toList());
        copied(content);
        paste();
    }

    private String lastRead() {
        return opened.desk().engine().asked().getLast().lines().getLast().text();
    }

    @Test
    void aLongPasteBecomesAFileThatIsSentShownAndKept() throws Exception {
        pasteText("word ".repeat(10_000) + "end");
        until(() -> chip().equals("Pasted text.txt  48.8 KB"));
        assertEquals("", text("#question"));
        ask("What is the last word?");
        until(() -> shows(".question .chip-name"));
        assertEquals(1, chips().size());
        robot.clickOn(".chip-name");
        until(() -> text("#attached-text").startsWith("word word"));
        assertEquals("48.8 KB. The beginning is shown.", text("#attached-size"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#attached-text"));
        reopen();
        robot.clickOn("#history .line");
        until(() -> chip().equals("Pasted text.txt  48.8 KB"));
    }

    @Test
    void copiedFilesArePastedAndTakenAwayByKeysAlone() throws IOException {
        pasteFiles(Files.writeString(files.resolve("a.txt"), "One"));
        until(() -> chip().equals("a.txt  3 bytes"));
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        until(() -> !"question".equals(focused().getId()));
        assertEquals("Take a.txt away", onFx(() -> focused().getAccessibleText()));
        robot.type(KeyCode.SPACE);
        until(() -> chips().isEmpty());
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    @Test
    void aPictureIsRefusedBeforeAnythingIsSent() throws IOException {
        pasteFiles(Files.write(files.resolve("moon.png"), png()));
        until(() -> text("#refused").startsWith("moon.png is a picture, and the models here"));
        assertTrue(chips().isEmpty());
        robot.clickOn("#question").write("x");
        until(() -> !shows("#refused"));
    }

    @Test
    void whatIsTooMuchForTheModelIsSaidBefore() throws IOException {
        pasteFiles(Files.writeString(files.resolve("book.txt"), "word ".repeat(60_000)));
        until(() -> text("#over").startsWith("With its files this question has about 100,0"));
        robot.clickOn(onFx(() -> robot.lookup(".chip .icon-only").queryButton()));
        until(() -> !shows("#over"));
    }

    @Test
    void whatTheModelDoesNotSeeAnyMoreIsMarked() throws IOException {
        askAndGet("Long ago", "Yes");
        pasteFiles(Files.writeString(files.resolve("book.txt"), "word ".repeat(60_000)));
        until(() -> shows("#unseen"));
        robot.clickOn(onFx(() -> robot.lookup(".chip .icon-only").queryButton()));
        robot.clickOn("#question").write("x");
        until(() -> !shows("#unseen"));
    }

    @Test
    void aQuestionWrittenAnewKeepsItsFilesUnlessOneIsTakenAway() throws IOException {
        pasteFiles(
                Files.writeString(files.resolve("a.txt"), "One"),
                Files.writeString(files.resolve("b.txt"), "Two"));
        until(() -> chips().size() == 2);
        askAndGet("How many?", "Two");
        robot.clickOn("#question").type(KeyCode.UP);
        until(() -> shows("#edit-area"));
        robot.clickOn(onFx(() -> robot.lookup(".chip .icon-only").queryButton()));
        robot.clickOn("#edit-area").write(" Really?").type(KeyCode.ENTER);
        until(() -> opened.desk().engine().asked().size() == 2);
        assertEquals("b.txt:\n```\nTwo\n```\n\nHow many? Really?", lastRead());
    }

    @Test
    void aPictureThatWasBroughtInIsShown() throws IOException {
        askAndGet("What is that?", "A moon");
        MessageId question =
                opened.desk()
                        .profile()
                        .conversations()
                        .messages(stored().getFirst().id())
                        .getFirst()
                        .id();
        opened.desk().profile().attachments().add(question, "moon.png", png());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        robot.clickOn("#history .line");
        until(() ->
                robot.lookup(".picture").queryAll().stream()
                        .anyMatch(view -> isWide((ImageView) view, 40)));
        assertEquals("moon.png  " + png().length + " bytes", chip());
    }

    private static boolean isWide(ImageView view, double width) {
        return Optional.ofNullable(view.getImage())
                .filter(image -> image.getWidth() == width)
                .isPresent();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(
                ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes));
        return bytes.toByteArray();
    }
}
