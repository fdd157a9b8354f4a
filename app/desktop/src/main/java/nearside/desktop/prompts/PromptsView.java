package nearside.desktop.prompts;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.LineKeys;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.TabKeys;
import nearside.desktop.words.Words;

import java.util.Optional;

/// Shows the kept prompts, puts one where a person writes, changes them and keeps new ones.
public final class PromptsView extends VBox {
    private static final double LIST_HEIGHT = 260;

    private final PromptsViewModel prompts;
    private final Words words;
    private final ListView<Prompt> list = new ListView<>();

    public PromptsView(PromptsViewModel prompts, Words words) {
        this.prompts = prompts;
        this.words = words;
        setId("prompts");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        fillList();
        TextField name = new TextField();
        name.setId("prompt-name");
        name.setAccessibleText(words.of("prompts.name"));
        name.setPromptText(words.of("prompts.name"));
        name.textProperty().bindBidirectional(prompts.name());
        TextArea text = new TextArea();
        text.setId("prompt-text");
        text.setAccessibleText(words.of("prompts.text"));
        text.setPromptText(words.of("prompts.text"));
        text.setWrapText(true);
        TabKeys.goOnFrom(text);
        text.textProperty().bindBidirectional(prompts.text());
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox edit = new VBox(name, text);
        edit.getStyleClass().add("unlock-actions");
        HBox.setHgrow(edit, Priority.ALWAYS);
        HBox both = new HBox(list, edit);
        both.getStyleClass().add("unlock-actions");
        getChildren()
                .addAll(
                        panel.text("trouble-title", "prompts-title", "prompts.title"),
                        note(),
                        both,
                        actions(panel));
    }

    private Label note() {
        Label note = Panel.text("second", "prompts-note");
        note.setText(
                words.of(
                        "prompts.note",
                        Places.of(words.of("prompts.place.text")),
                        Places.of(Places.DATE),
                        Places.of(Places.CLIPBOARD)));
        return note;
    }

    private HBox actions(Panel panel) {
        Button insert = panel.button(new Button(), "prompt-insert", "prompts.insert", this::insert);
        insert.getStyleClass().add("send");
        insert.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        Button keep = panel.button(new Button(), "prompt-keep", "prompts.keep", prompts::keep);
        keep.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !prompts.isWhole(), prompts.name(), prompts.text()));
        Button forget =
                panel.button(
                        new Button(),
                        "prompt-forget",
                        "prompts.forget",
                        () -> chosen().ifPresent(prompts::forget));
        forget.disableProperty()
                .bind(
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(chosen -> !chosen.isKept())
                                .orElse(true));
        return Panel.actions(insert, keep, forget);
    }

    private void fillList() {
        list.setId("prompt-list");
        list.setAccessibleText(words.of("prompts.title"));
        list.setItems(prompts.prompts());
        LineKeys.listenIn(list);
        list.setPrefHeight(LIST_HEIGHT);
        list.getStyleClass().add("prompt-list");
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> Optional.ofNullable(chosen).ifPresent(prompts::choose));
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        insert();
                    }
                });
    }

    private Optional<Prompt> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void insert() {
        chosen().ifPresent(prompt -> {
            getScene().getWindow().hide();
            prompts.insert(prompt);
        });
    }

    private static final class Cell extends ListCell<Prompt> {
        @Override
        protected void updateItem(Prompt item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.name());
            setAccessibleText(getText());
        }
    }
}
