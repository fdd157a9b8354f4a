package nearside.desktop.device;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

/// The line at the foot of the sidebar: memory free, cores, whether it runs on its battery, and
/// where answers were written.
public final class DeviceView extends VBox {
    private final Words words;
    private final Amounts amounts;
    private final ProgressBar used = new ProgressBar(0);
    private final Label facts = new Label();
    private final Label answered = new Label();
    private final Label battery = new Label();

    public DeviceView(DeviceViewModel device, Words words) {
        this.words = words;
        amounts = new Amounts(words);
        setId("device");
        getStyleClass().add("device");
        Label title = new Label(words.of("device.title"));
        title.getStyleClass().add("device-title");
        used.setId("device-memory");
        used.setAccessibleText(words.of("device.memory"));
        used.setMaxWidth(Double.MAX_VALUE);
        facts.setId("device-facts");
        facts.setWrapText(true);
        facts.getStyleClass().add("second");
        battery.setId("device-battery");
        battery.setWrapText(true);
        battery.getStyleClass().add("second");
        battery.setText(words.of("device.battery"));
        answered.setId("device-answered");
        answered.setWrapText(true);
        answered.getStyleClass().add("second");
        getChildren().addAll(title, used, facts, battery, answered);
        Panel.show(battery, false);
        Panel.show(answered, false);
        device.answers().subscribe(counted -> counted.ifPresent(this::show));
        device.now().subscribe(now -> now.ifPresent(this::show));
    }

    private void show(Answers counted) {
        answered.setText(words.of("device.answered", counted.here(), counted.borrowed()));
        Panel.show(answered, true);
    }

    private void show(Sample now) {
        double total = now.totalBytes();
        used.setProgress((total - now.freeBytes()) / total);
        Panel.show(battery, now.source() == Sample.Source.BATTERY);
        facts.setText(
                words.of(
                        "device.facts",
                        amounts.bytes(now.freeBytes()),
                        amounts.bytes(now.totalBytes()),
                        now.cores()));
    }
}
