package nearside.desktop.catalogue;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import nearside.desktop.catalogue.ModelLine.Card;
import nearside.desktop.catalogue.ModelLine.FileLine;
import nearside.desktop.catalogue.ModelLine.Page;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.TabKeys;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that is known of a model: facts, addresses, its files with their sums.
final class CardView extends VBox {
    private static final int MOST_ROWS = 12;

    private final Consumer<String> open;
    private final VBox facts = new VBox(4);
    private final FlowPane pages = new FlowPane(12, 4);
    private final Label heading;
    private final TextArea files = new TextArea();
    private Optional<Card> shown = Optional.empty();

    /// @param open opens an address
    /// @param deeds what can be done with the model beside the first thing
    CardView(Consumer<String> open, Words words, List<Button> deeds) {
        this.open = open;
        getStyleClass().add("models-card");
        heading = new Panel(words).text("second", "models-files-name", "models.files");
        heading.setLabelFor(files);
        files.setId("models-files");
        files.setEditable(false);
        TabKeys.goOnFrom(files);
        files.getStyleClass().add("models-files");
        files.setAccessibleText(words.of("models.files"));
        FlowPane actions = new FlowPane(8, 8);
        actions.getChildren().addAll(deeds);
        getChildren().addAll(facts, pages, heading, files, actions);
    }

    /// Built anew only where something changed: what is selected stays so.
    void show(Card card) {
        if (!shown.equals(Optional.of(card))) {
            shown = Optional.of(card);
            facts.getChildren().setAll(card.facts().stream().map(CardView::fact).toList());
            pages.getChildren().setAll(card.pages().stream().map(this::link).toList());
            files.setText(
                    card.files().stream().map(CardView::line).collect(Collectors.joining("\n")));
            files.setPrefRowCount(Math.min(card.files().size() + 1, MOST_ROWS));
            Panel.show(heading, !card.files().isEmpty());
            Panel.show(files, !card.files().isEmpty());
        }
    }

    private static Label fact(String text) {
        Label fact = Panel.text("models-fact", "models-fact");
        fact.setText(text);
        return fact;
    }

    private Button link(Page page) {
        Button link = new Button(page.text());
        link.setId(page.id());
        link.getStyleClass().add("link");
        link.setAccessibleText(page.text());
        link.setOnAction(_ -> open.accept(page.address()));
        return link;
    }

    private static String line(FileLine file) {
        return Stream.of(file.name(), file.size(), file.sum())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
