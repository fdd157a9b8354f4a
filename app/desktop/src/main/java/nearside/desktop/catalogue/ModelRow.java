package nearside.desktop.catalogue;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.copilot.fit.FitLabel.State;
import nearside.desktop.catalogue.Keeping.Said;
import nearside.desktop.catalogue.ModelLine.Deed;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One model: what it is, how it gets on here, what can be done; and its card, which opens below.
final class ModelRow extends VBox {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    private final String model;
    private final CatalogueViewModel catalogue;
    private final Words words;
    private final Label title = new Label();
    private final Label badge = new Label();
    private final Label speed = new Label();
    private final Label size = new Label();
    private final Label about = Panel.text("second", "models-about");
    private final Label why = Panel.text("models-why", "models-why");
    private final Label standing = new Label();
    private final Label said = Panel.text("trouble-text", "models-said");
    private final HBox answers;
    private final Button stop = new Button();
    private final ToggleButton details = new ToggleButton();
    private final CardView card;
    private final Map<Deed, Button> deeds = new EnumMap<>(Deed.class);

    ModelRow(String model, CatalogueViewModel catalogue, Words words) {
        this.model = model;
        this.catalogue = catalogue;
        this.words = words;
        setId("model-row-" + model);
        getStyleClass().add("models-row");
        Panel panel = new Panel(words);
        title.getStyleClass().add("models-name");
        title.setWrapText(true);
        badge.getStyleClass().add("models-badge");
        badge.setMinWidth(USE_PREF_SIZE);
        standing.getStyleClass().add("models-standing");
        FlowPane head = new FlowPane(10, 4, title, badge, standing);
        head.setAlignment(Pos.CENTER_LEFT);
        FlowPane numbers = new FlowPane(14, 4, size, speed);
        numbers.getStyleClass().add("models-numbers");
        VBox text = new VBox(3, head, about, why, numbers);
        HBox.setHgrow(text, Priority.ALWAYS);
        buttons(panel);
        details.setId("models-details");
        details.setText(words.of("models.details"));
        details.setMinWidth(USE_PREF_SIZE);
        VBox first =
                new VBox(
                        6,
                        of(Deed.GET),
                        of(Deed.COPY),
                        of(Deed.UPDATE),
                        of(Deed.USE),
                        of(Deed.LOAD),
                        of(Deed.DISCARD),
                        details);
        first.getChildren().forEach(it -> ((Region) it).setMaxWidth(Double.MAX_VALUE));
        first.setMinWidth(USE_PREF_SIZE);
        answers =
                Panel.actions(
                        danger(
                                panel.button(
                                        new Button(),
                                        "models-remove-sure",
                                        "models.remove.sure",
                                        () -> catalogue.keeping().remove(model))),
                        panel.button(
                                new Button(),
                                "models-keep",
                                "models.remove.keep",
                                catalogue.keeping()::forget));
        panel.button(stop, "models-stop", "models.stop", catalogue.keeping()::stopChecking);
        card =
                new CardView(
                        catalogue::open,
                        words,
                        List.of(
                                of(Deed.UNLOAD),
                                of(Deed.MEASURE),
                                of(Deed.CHECK),
                                of(Deed.REMOVE)));
        details.selectedProperty().subscribe(open -> Panel.show(card, open));
        getChildren().addAll(new HBox(16, text, first), said, answers, stop, card);
        say(Optional.empty());
    }

    private static Button danger(Button button) {
        button.getStyleClass().add("danger");
        return button;
    }

    private void buttons(Panel panel) {
        put(panel, Deed.GET, "models-get", "models.get", () -> catalogue.get(model));
        put(panel, Deed.COPY, "models-copy", "models.copy", () -> catalogue.get(model));
        put(panel, Deed.UPDATE, "models-update", "models.update", () -> catalogue.get(model));
        put(panel, Deed.USE, "models-use", "models.use", () -> catalogue.use(model));
        put(panel, Deed.LOAD, "models-load", "models.load", () -> catalogue.load(model));
        put(
                panel,
                Deed.DISCARD,
                "models-discard",
                "models.discard",
                () -> catalogue.keeping().discard(model));
        put(panel, Deed.UNLOAD, "models-unload", "models.unload", catalogue.keeping()::unload);
        put(panel, Deed.MEASURE, "models-measure", "models.measure", catalogue::measure);
        put(
                panel,
                Deed.CHECK,
                "models-check",
                "models.check",
                () -> catalogue.keeping().check(model));
        put(
                panel,
                Deed.REMOVE,
                "models-remove",
                "models.remove",
                () -> catalogue.keeping().askToRemove(model));
    }

    private void put(Panel panel, Deed deed, String id, String key, Runnable action) {
        deeds.put(deed, panel.button(new Button(), id, key, action));
    }

    private Button of(Deed deed) {
        return deeds.computeIfAbsent(deed, _ -> new Button());
    }

    String model() {
        return model;
    }

    void show(ModelLine line) {
        title.setText(line.title());
        about.setText(line.about());
        ModelLine.Fit fit = line.fit();
        badge.setText(fit.badge());
        Panel.show(badge, !fit.badge().isEmpty());
        badge.pseudoClassStateChanged(TIGHT, fit.state().equals(Optional.of(State.TIGHT)));
        badge.pseudoClassStateChanged(UNFIT, fit.state().equals(Optional.of(State.DOES_NOT_FIT)));
        why.setText(fit.why());
        Panel.show(why, !fit.why().isEmpty());
        speed.setText(fit.speed());
        Panel.show(details, !line.card().facts().isEmpty());
        size.setText(line.size());
        standing.setText(line.standing());
        Panel.show(standing, !line.standing().isEmpty());
        deeds.forEach((deed, button) -> {
            Panel.show(button, line.deeds().contains(deed));
            button.setAccessibleText(button.getText() + ": " + line.title());
        });
        details.setAccessibleText(words.of("models.details") + ": " + line.title());
        of(Deed.GET).setDisable(catalogue.isOffline());
        of(Deed.UPDATE).setDisable(catalogue.isOffline());
        card.show(line.card());
    }

    /// What is said of this model, with what a person can do about it.
    void say(Optional<Said> now) {
        Optional<Said> mine = now.filter(it -> it.id().equals(model));
        said.setText(mine.map(Said::sentence).orElse(""));
        Panel.show(said, mine.isPresent());
        Panel.show(stop, mine.filter(it -> it.then() == Said.Then.STOP).isPresent());
        boolean asks = mine.filter(it -> it.then() == Said.Then.ANSWER).isPresent();
        if (asks && !answers.isVisible()) {
            Panel.show(answers, true);
            answers.getChildren().getLast().requestFocus();
        }
        Panel.show(answers, asks);
    }
}
