package nearside.desktop.device;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Says that the device is measured, and lets the person skip that.
public final class CalibrationBar extends HBox {
    public CalibrationBar(CalibrationViewModel calibration, Words words) {
        setId("calibration");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        Panel panel = new Panel(words);
        Label text = panel.text("notice-text", "calibration-text", "calibration.text");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button skip =
                panel.button(
                        new Button(), "calibration-skip", "calibration.skip", calibration::skip);
        getChildren().addAll(text, skip);
        calibration.underWay().subscribe(shown -> Panel.show(this, shown));
    }
}
