package nearside.desktop.models;

import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import nearside.desktop.spoken.MenuLine;
import nearside.desktop.words.Words;

import java.util.List;

/// The model in use with its state; its menu chooses another one or brings one in.
public final class ModelMenu extends MenuButton {
    private final ModelsViewModel models;
    private final Runnable all;
    private final Words words;
    private final Region dot = new Region();
    private final Tooltip tip = new Tooltip();
    private List<ModelChoice> shown = List.of();

    /// @param all shows all models
    public ModelMenu(ModelsViewModel models, Runnable all, Words words) {
        this.models = models;
        this.all = all;
        this.words = words;
        setId("model");
        getStyleClass().addAll("pill", "model");
        dot.getStyleClass().add("dot");
        setGraphic(dot);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        models.status().subscribe(status -> show(status));
        models.choices().addListener((ListChangeListener<ModelChoice>) _ -> refill());
        setOnShowing(_ -> models.refresh());
        fill();
    }

    private void show(ModelStatus status) {
        setText(new StatusText(words).of(status));
        setAccessibleText(words.of("model.name", getText()));
        dot.getStyleClass().setAll("dot", style(status));
        if (status instanceof ModelStatus.Down(String _, var trouble)) {
            tip.setText(trouble.title() + "\n" + trouble.meaning());
            setTooltip(tip);
        } else {
            setTooltip(null);
        }
    }

    private static String style(ModelStatus status) {
        return switch (status) {
            case ModelStatus.None _, ModelStatus.Down _ -> "down";
            case ModelStatus.Loading _ -> "loading";
            case ModelStatus.Ready _, ModelStatus.Answering _, ModelStatus.Unloaded _ -> "ready";
        };
    }

    /// Not under the pointer of somebody who is about to choose, unless something changed.
    private void refill() {
        if (!shown.equals(models.choices())) {
            fill();
        }
    }

    private void fill() {
        shown = List.copyOf(models.choices());
        getItems().setAll(models.choices().stream().map(this::item).toList());
        MenuItem folder = item("import-model", "model.import", this::chooseFolder);
        MenuItem zip = item("import-zip", "model.import.zip", this::chooseZip);
        MenuItem page = item("all-models", "model.all", all);
        getItems().addAll(new SeparatorMenuItem(), page, folder, zip);
    }

    private MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem("", new MenuLine(words.of(text)));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuItem item(ModelChoice choice) {
        RadioMenuItem item = new RadioMenuItem("", new MenuLine(choice.id(), what(choice)));
        item.setId("model-" + choice.id());
        item.setSelected(choice.inUse() == ModelChoice.InUse.YES);
        item.setDisable(choice.flaw().isPresent());
        item.setOnAction(_ -> models.choose(choice));
        return item;
    }

    private String what(ModelChoice choice) {
        return choice.flaw()
                .map(flaw -> words.of("model.flawed", flaw.title()))
                .orElseGet(() ->
                        switch (choice.kind()) {
                            case STARTER -> words.of("model.starter");
                            case IMPORTED -> words.of("model.imported");
                            case IN_PLACE -> words.of("model.in-place");
                        });
    }

    private void chooseFolder() {
        new Choosing(words).folder(getScene().getWindow()).ifPresent(models::bringIn);
    }

    private void chooseZip() {
        new Choosing(words).zip(getScene().getWindow()).ifPresent(models::bringIn);
    }
}
