package nearside.desktop.device;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

/// The line at the foot of the sidebar: memory free and cores.
public final class DeviceView extends VBox {
    private final Words words;
    private final Amounts amounts;
    private final ProgressBar used = new ProgressBar(0);
    private final Label facts = new Label();
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
        getChildren().addAll(title, used, facts);
        device.memory().subscribe(memory -> memory.ifPresent(this::show));
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
