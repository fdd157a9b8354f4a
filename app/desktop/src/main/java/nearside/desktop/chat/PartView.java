package nearside.desktop.chat;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import nearside.desktop.chat.Part.Standing;
import nearside.desktop.chat.Part.Writer;
import nearside.desktop.markdown.MarkdownView;
import nearside.desktop.words.Words;

import java.util.function.Consumer;

/// One part of an answer: its text, and above it who wrote it where there are several.
final class PartView extends VBox {
    private static final PseudoClass GIVEN_UP = PseudoClass.getPseudoClass("given-up");
    private static final PseudoClass BORROWED = PseudoClass.getPseudoClass("borrowed");

    private final Part part;
    private final Words words;
    private final Label label = new Label();
    private final MarkdownView text;

    /// @param links told of the address that a person wants to open
    PartView(Part part, Words words, Consumer<String> links) {
        this.part = part;
        this.words = words;
        getStyleClass().add("part");
        label.setId("part-writer");
        label.setWrapText(true);
        label.getStyleClass().add("part-writer");
        label.pseudoClassStateChanged(BORROWED, part.writer() instanceof Writer.Far);
        text = new MarkdownView(part.text(), words, links);
        text.setId("answer-text");
        part.text().subscribe(content -> show(text, !content.isEmpty()));
        part.standing()
                .subscribe(standing -> {
                    pseudoClassStateChanged(GIVEN_UP, standing == Standing.GIVEN_UP);
                    label.setText(name());
                });
        getChildren().addAll(label, text);
        tellWriter(false);
    }

    void find(String found) {
        text.find(found);
    }

    /// Says who wrote it, or leaves that to the footer.
    void tellWriter(boolean said) {
        show(label, said);
    }

    private String name() {
        String writer =
                switch (part.writer()) {
                    case Writer.Here() -> words.of("chat.part.here");
                    case Writer.Person() -> words.of("chat.part.person");
                    case Writer.Far(String name) ->
                            name.isEmpty()
                                    ? words.of("chat.borrowed.unknown")
                                    : words.of("chat.part.borrowed", name);
                };
        return part.standing().get() == Standing.GIVEN_UP
                ? writer + " · " + words.of("chat.part.given-up")
                : writer;
    }

    private static void show(javafx.scene.layout.Region region, boolean shown) {
        region.setVisible(shown);
        region.setManaged(shown);
    }
}
