package nearside.desktop.setup;

import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Choice;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.TabKeys;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.Optional;

/// How a model is asked: what it is told first, and the numbers, each with its sentence.
public final class SetupView extends VBox {
    private static final double NUMBERS = 300;

    private final SetupViewModel setup;
    private final Words words;
    private final Panel panel;
    private final Label flaw = Panel.text("refused", "setup-flaw");

    public SetupView(SetupViewModel setup, Words words) {
        this.setup = setup;
        this.words = words;
        panel = new Panel(words);
        setId("setup");
        getStyleClass().add("protection");
        ScrollPane numbers = new ScrollPane(numbers());
        numbers.setFitToWidth(true);
        numbers.setPrefHeight(NUMBERS);
        numbers.setFocusTraversable(false);
        numbers.getStyleClass().add("plain-scroll");
        setup.flaw().subscribe(this::say);
        getChildren()
                .addAll(
                        panel.text("trouble-title", "setup-title", "setup.title"),
                        presets(),
                        model(),
                        panel.text("panel-heading", "setup-system-heading", "setup.system"),
                        system(),
                        numbers,
                        flaw,
                        actions());
    }

    private HBox presets() {
        MenuButton choose = new MenuButton(words.of("setup.presets"));
        choose.setId("setup-presets");
        choose.setAccessibleText(words.of("setup.presets"));
        choose.setMinWidth(USE_PREF_SIZE);
        setup.presets().addListener((ListChangeListener<Preset>) _ -> fill(choose));
        fill(choose);
        TextField name = field("setup-name", words.of("setup.name"), setup.presetName());
        name.setPromptText(words.of("setup.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button keep = panel.button(new Button(), "setup-keep", "setup.keep", setup::keep);
        keep.disableProperty().bind(setup.presetName().map(String::isBlank));
        Button forget = panel.button(new Button(), "setup-forget", "setup.forget", setup::forget);
        forget.disableProperty()
                .bind(
                        setup.presetName()
                                .map(typed ->
                                        setup.presets().stream()
                                                .noneMatch(it -> it.name().equals(typed))));
        HBox row = new HBox(choose, name, keep, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("unlock-actions");
        return row;
    }

    private void fill(MenuButton choose) {
        choose.getItems()
                .setAll(
                        setup.presets().stream()
                                .map(preset -> {
                                    MenuItem item = new MenuItem(preset.name());
                                    item.setMnemonicParsing(false);
                                    item.setOnAction(_ -> setup.choose(preset));
                                    return item;
                                })
                                .toList());
        choose.setDisable(setup.presets().isEmpty());
    }

    private HBox model() {
        Choice<Optional<String>> choice =
                new Choice<>(
                        "setup-model",
                        List.copyOf(setup.models()),
                        id -> id.orElseGet(() -> words.of("setup.model.usual")),
                        setup.model(),
                        setup.model()::set);
        setup.models().addListener((ListChangeListener<Optional<String>>) _ -> fill(choice));
        fill(choice);
        choice.setAccessibleText(words.of("setup.model"));
        Label name = panel.text("models-name", "setup-model-name", "setup.model");
        name.setLabelFor(choice);
        HBox row = new HBox(name, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("unlock-actions");
        return row;
    }

    private void fill(Choice<Optional<String>> choice) {
        Optional<String> chosen = setup.model().get();
        choice.getItems().setAll(setup.models());
        choice.setValue(chosen);
    }

    private TextArea system() {
        TextArea system = new TextArea();
        // What most people come for; the fields above it are for those who keep several.
        Platform.runLater(system::requestFocus);
        system.setId("setup-system");
        system.setAccessibleText(words.of("setup.system"));
        system.setPromptText(words.of("setup.system.prompt"));
        system.setWrapText(true);
        TabKeys.goOnFrom(system);
        system.setPrefRowCount(4);
        system.textProperty().bindBidirectional(setup.system());
        return system;
    }

    private GridPane numbers() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("setup-numbers");
        ColumnConstraints sentences = new ColumnConstraints();
        sentences.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .addAll(new ColumnConstraints(), new ColumnConstraints(), sentences);
        for (Knob knob : Knob.values()) {
            Label name = new Label(name(knob));
            name.setMinWidth(USE_PREF_SIZE);
            TextField field = field("setup-" + knob.field(), name(knob), setup.number(knob));
            name.setLabelFor(field);
            field.getStyleClass().add("setup-field");
            Label sentence = Panel.text("second", "setup-about-" + knob.field());
            sentence.setText(about(knob));
            field.setAccessibleHelp(sentence.getText());
            grid.addRow(grid.getRowCount(), name, field, sentence);
        }
        return grid;
    }

    private HBox actions() {
        Button use = panel.button(new Button(), "setup-use", "setup.use", this::use);
        use.getStyleClass().add("send");
        use.setDefaultButton(true);
        return Panel.actions(
                use, panel.button(new Button(), "setup-reset", "setup.reset", setup::reset));
    }

    private void use() {
        if (setup.use()) {
            getScene().getWindow().hide();
        }
    }

    private TextField field(String id, String name, StringProperty property) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private void say(Optional<SetupViewModel.Flaw> found) {
        flaw.setText(
                found.map(it -> words.of("setup.flaw", name(it.knob()), it.found())).orElse(""));
        Panel.show(flaw, found.isPresent());
    }

    private String name(Knob knob) {
        return switch (knob) {
            case TEMPERATURE -> words.of("setup.temperature");
            case TOP_P -> words.of("setup.top-p");
            case TOP_K -> words.of("setup.top-k");
            case MIN_P -> words.of("setup.min-p");
            case REPETITION_PENALTY -> words.of("setup.repetition-penalty");
            case PRESENCE_PENALTY -> words.of("setup.presence-penalty");
            case FREQUENCY_PENALTY -> words.of("setup.frequency-penalty");
            case SEED -> words.of("setup.seed");
            case MAX_TOKENS -> words.of("setup.max-tokens");
        };
    }

    private String about(Knob knob) {
        return switch (knob) {
            case TEMPERATURE -> words.of("setup.temperature.about");
            case TOP_P -> words.of("setup.top-p.about");
            case TOP_K -> words.of("setup.top-k.about");
            case MIN_P -> words.of("setup.min-p.about");
            case REPETITION_PENALTY -> words.of("setup.repetition-penalty.about");
            case PRESENCE_PENALTY -> words.of("setup.presence-penalty.about");
            case FREQUENCY_PENALTY -> words.of("setup.frequency-penalty.about");
            case SEED -> words.of("setup.seed.about");
            case MAX_TOKENS -> words.of("setup.max-tokens.about");
        };
    }
}
