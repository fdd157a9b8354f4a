package nearside.desktop.downloads;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.desktop.downloads.TripLine.Deed;
import nearside.desktop.theme.Panel;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// One model on its way here: how far it is, and what can be done about it.
final class TripRow extends VBox {
    private final String model;
    private final Words words;
    private final Label sentence = Panel.text("notice-text", "download-sentence");
    private final ProgressBar bar = new ProgressBar();
    private final Map<Deed, Button> deeds = new EnumMap<>(Deed.class);
    private Optional<Trouble> trouble = Optional.empty();

    TripRow(String model, DownloadsViewModel downloads, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("notice", "download");
        Panel panel = new Panel(words);
        put(panel, Deed.PAUSE, "download-pause", "download.pause", () -> downloads.pause(model));
        put(panel, Deed.GO_ON, "download-go-on", "download.go-on", () -> downloads.goOn(model));
        put(panel, Deed.USE, "download-use", "download.use", () -> downloads.use(model));
        put(
                panel,
                Deed.GIVE_UP,
                "download-give-up",
                "download.give-up",
                () -> downloads.giveUp(model));
        put(panel, Deed.CLOSE, "download-close", "notice.close", () -> downloads.close(model));
        bar.setId("download-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setFocusTraversable(false);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(sentence);
        line.getStyleClass().add("download-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(deeds.values());
        getChildren().addAll(line, bar);
    }

    /// What goes hands the cursor to what comes in its place: never to what throws something away.
    private void holdFocus(TripLine line) {
        boolean stays =
                deeds.entrySet().stream()
                        .anyMatch(it ->
                                it.getValue().isFocused() && line.deeds().contains(it.getKey()));
        if (!stays) {
            deeds.entrySet().stream()
                    .filter(it -> line.deeds().contains(it.getKey()))
                    .findFirst()
                    .ifPresent(it -> {
                        Panel.show(it.getValue(), true);
                        it.getValue().requestFocus();
                    });
        }
    }

    private void put(Panel panel, Deed deed, String id, String key, Runnable action) {
        deeds.put(deed, panel.button(new Button(), id, key, action));
    }

    String model() {
        return model;
    }

    void show(TripLine line) {
        String text = words.of("download.line", line.title(), line.sentence());
        sentence.setText(text);
        bar.setProgress(line.part().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        bar.setAccessibleText(text);
        Panel.show(bar, line.deeds().contains(Deed.PAUSE));
        boolean focused = deeds.values().stream().anyMatch(Button::isFocused);
        if (focused) {
            holdFocus(line);
        }
        deeds.forEach((deed, button) -> Panel.show(button, line.deeds().contains(deed)));
        if (!trouble.equals(line.trouble())) {
            trouble = line.trouble();
            getChildren().removeIf(TroubleView.class::isInstance);
            trouble.ifPresent(it -> getChildren().add(new TroubleView(it, words)));
        }
    }
}
