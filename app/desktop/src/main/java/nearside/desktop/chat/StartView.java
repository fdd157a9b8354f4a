package nearside.desktop.chat;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.ScrollKeys;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.function.Consumer;

/// What an empty conversation shows: one sentence and four questions that suit a small model, and
/// the welcome above them as long as it is not put away. Where it is too high it scrolls.
final class StartView extends ScrollPane {
    StartView(Transcript transcript, ChatViewModel chat, Words words, Region welcome) {
        setId("start");
        getStyleClass().addAll("transcript", "start-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox start = new VBox();
        start.getStyleClass().add("start");
        start.setAlignment(Pos.CENTER);
        start.minHeightProperty().bind(heightProperty());
        setContent(start);
        ScrollKeys.listenIn(this);
        Label title = new Label(words.of("start.title"));
        title.getStyleClass().add("start-title");
        Label text = new Label(words.of("start.text"));
        text.setWrapText(true);
        text.setAlignment(Pos.CENTER);
        text.getStyleClass().add("start-text");
        FlowPane starters = new FlowPane();
        starters.setAlignment(Pos.CENTER);
        starters.getStyleClass().add("starters");
        List<String> questions =
                List.of(
                        words.of("start.one"),
                        words.of("start.two"),
                        words.of("start.three"),
                        words.of("start.four"));
        for (int i = 0; i < questions.size(); i++) {
            starters.getChildren().add(starter("starter-" + (i + 1), questions.get(i), chat::send));
        }
        CheckBox temporary = new CheckBox(words.of("temporary.choose"));
        temporary.setId("temporary");
        temporary.setAccessibleText(words.of("temporary.choose"));
        temporary.setSelected(transcript.temporary().get());
        temporary.setOnAction(_ -> chat.keepNothing(temporary.isSelected()));
        VBox.setMargin(temporary, new Insets(12, 0, 0, 0));
        // The welcome outlives this view, and says the same.
        for (Label line : List.of(title, text)) {
            line.visibleProperty().bind(welcome.visibleProperty().not());
            line.managedProperty().bind(line.visibleProperty());
        }
        start.getChildren().addAll(welcome, title, text, starters, temporary);
    }

    private static Button starter(String id, String question, Consumer<String> ask) {
        Button button = new Button(question);
        button.setId(id);
        button.setAccessibleText(question);
        button.getStyleClass().add("starter");
        button.setOnAction(_ -> ask.accept(question));
        return button;
    }
}
