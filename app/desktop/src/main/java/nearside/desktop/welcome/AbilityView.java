package nearside.desktop.welcome;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import nearside.desktop.device.CalibrationViewModel;
import nearside.desktop.device.DeviceViewModel;
import nearside.desktop.device.Sample;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.util.Locale;

/// What this device can do: its memory, what computes, and how models get on.
final class AbilityView extends VBox {
    private final AbilityViewModel ability;
    private final CalibrationViewModel calibration;
    private final Words words;
    private final Label memory = Panel.text("welcome-fact", "welcome-memory");
    private final VBox chances = new VBox();
    private final Button measure = new Button();
    private final Label measuring;

    AbilityView(
            AbilityViewModel ability,
            DeviceViewModel device,
            CalibrationViewModel calibration,
            Words words) {
        this.ability = ability;
        this.calibration = calibration;
        this.words = words;
        setId("ability");
        getStyleClass().add("welcome-part");
        Panel panel = new Panel(words);
        Label computes = Panel.text("welcome-fact", "welcome-computes");
        computes.textProperty().bind(ability.computes());
        chances.setId("welcome-chances");
        chances.getStyleClass().add("welcome-chances");
        panel.button(measure, "welcome-measure", "welcome.measure", calibration::beginAnew);
        measure.getStyleClass().add("link");
        ability.ready().subscribe(ready -> measure.setDisable(!ready));
        measuring = panel.text("second", "welcome-measuring", "welcome.measuring");
        getChildren()
                .addAll(
                        panel.text("welcome-heading", "ability-heading", "welcome.ability"),
                        memory,
                        computes,
                        chances,
                        measure,
                        measuring);
        device.now().subscribe(now -> now.ifPresent(this::show));
        ability.chances().addListener((ListChangeListener<Chance>) _ -> fill());
        ability.measured().subscribe(_ -> offer());
        calibration.underWay().subscribe(_ -> offer());
        fill();
    }

    private void show(Sample now) {
        Amounts amounts = new Amounts(words);
        memory.setText(
                words.of(
                        "welcome.memory",
                        amounts.bytes(now.freeBytes()),
                        amounts.bytes(now.totalBytes()),
                        now.cores()));
    }

    private void offer() {
        boolean runs = calibration.underWay().get();
        Panel.show(measuring, runs);
        Panel.show(measure, !runs && !ability.measured().get());
    }

    private void fill() {
        chances.getChildren().setAll(ability.chances().stream().map(this::line).toList());
    }

    private Node line(Chance chance) {
        Label model = new Label(chance.model());
        model.getStyleClass().add("welcome-model");
        Label fit = new Label(chance.fit());
        fit.getStyleClass().addAll("fit", "fit-" + chance.tone().name().toLowerCase(Locale.ROOT));
        FlowPane name = new FlowPane(model, fit);
        name.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("welcome-name");
        Label speed = new Label(chance.speed());
        speed.setWrapText(true);
        speed.getStyleClass().add("second");
        VBox line = new VBox(name, speed);
        line.getStyleClass().add("chance");
        line.setAccessibleText(String.join(", ", chance.model(), chance.fit(), chance.speed()));
        return line;
    }
}
