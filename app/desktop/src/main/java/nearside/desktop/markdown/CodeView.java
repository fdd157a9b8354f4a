package nearside.desktop.markdown;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A block of code: its language, a button that copies it, and lines that scroll or wrap.
final class CodeView extends VBox {
    private final LineView line;

    CodeView(Block.Code code, Words words) {
        getStyleClass().add("md-code-block");
        line = new LineView(one(code.text()), "md-code-line", "\n\n");
        Label language = new Label(code.language());
        language.getStyleClass().add("second");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        ScrollPane pane = new ScrollPane(line);
        pane.getStyleClass().add("md-scroll");
        pane.setVbarPolicy(ScrollBarPolicy.NEVER);
        pane.setFitToHeight(true);
        ToggleButton wrap = new ToggleButton(words.of("code.wrap"));
        wrap.getStyleClass().add("link");
        wrap.setAccessibleText(words.of("code.wrap"));
        wrap.selectedProperty().subscribe(pane::setFitToWidth);
        Button copy =
                new Panel(words).button(new Button(), "code-copy", "code.copy", () -> copy(code));
        copy.getStyleClass().add("link");
        HBox head = new HBox(language, between, wrap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("md-code-head");
        getChildren().addAll(head, pane);
    }

    Leaf leaf() {
        return line;
    }

    private static Line one(String text) {
        return new Line(List.of(new Run(text, Set.of(), Optional.empty())));
    }

    private static void copy(Block.Code code) {
        ClipboardContent content = new ClipboardContent();
        content.putString(code.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
