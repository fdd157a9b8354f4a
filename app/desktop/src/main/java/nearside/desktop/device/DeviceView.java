package nearside.desktop.device;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

/// The line at the foot of the sidebar: memory free, cores, and where answers were written.
public final class DeviceView extends VBox {
    private final Words words;
    private final Amounts amounts;
    private final ProgressBar used = new ProgressBar(0);
    private final Label facts = new Label();
    private final Label answered = new Label();
    private final int cores;

    public DeviceView(DeviceViewModel device, Words words) {
        this.words = words;
        amounts = new Amounts(words);
        cores = device.cores();
        setId("device");
        getStyleClass().add("device");
        Label title = new Label(words.of("device.title"));
        title.getStyleClass().add("device-title");
        used.setId("device-memory");
        used.setAccessibleText(words.of("device.memory"));
        used.setMaxWidth(Double.MAX_VALUE);
        facts.setId("device-facts");
        facts.getStyleClass().add("second");
        answered.setId("device-answered");
        answered.getStyleClass().add("second");
        getChildren().addAll(title, used, facts, answered);
        Panel.show(answered, false);
        device.answers().subscribe(counted -> counted.ifPresent(this::show));
        device.memory().subscribe(memory -> memory.ifPresent(this::show));
    }

    private void show(Answers counted) {
        answered.setText(words.of("device.answered", counted.here(), counted.borrowed()));
        Panel.show(answered, true);
    }

    private void show(Sample memory) {
        double total = memory.totalBytes();
        used.setProgress((total - memory.freeBytes()) / total);
        facts.setText(
                words.of(
                        "device.facts",
                        amounts.bytes(memory.freeBytes()),
                        amounts.bytes(memory.totalBytes()),
                        cores));
    }
}
