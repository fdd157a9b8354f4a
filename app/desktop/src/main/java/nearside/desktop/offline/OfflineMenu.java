package nearside.desktop.offline;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

import nearside.desktop.borrow.ConsentViewModel.Asking;
import nearside.desktop.offline.Standing.LocalFirst;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.spoken.MenuLine;
import nearside.desktop.words.Words;

/// Whether anything may leave; its menu changes that.
public final class OfflineMenu extends MenuButton {
    private final StandingText text;
    private final Words words;
    private final ObservableValue<Asking> asking;
    private final Region dot = new Region();
    private final RadioMenuItem here;
    private final RadioMenuItem offline;
    private final Label enforced = note("mode-enforced");
    private final Label decided = note("mode-decided");

    public OfflineMenu(OfflineViewModel mode, ObservableValue<Asking> asking, Words words) {
        this.words = words;
        this.asking = asking;
        text = new StandingText(words);
        setId("mode");
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("pill", "model");
        dot.getStyleClass().add("dot");
        setGraphic(dot);
        here = item("mode-here", "mode.choose.here", "mode.choose.here.what");
        offline = item("mode-offline", "mode.choose.offline", "mode.choose.offline.what");
        ToggleGroup either = new ToggleGroup();
        either.getToggles().addAll(here, offline);
        here.setOnAction(_ -> choose(mode, mode::goLocalFirst));
        offline.setOnAction(_ -> choose(mode, mode::goOffline));
        getItems()
                .addAll(
                        here,
                        offline,
                        new SeparatorMenuItem(),
                        noteItem(enforced),
                        noteItem(decided));
        mode.standing().subscribe(this::tell);
        asking.subscribe(_ -> tell(mode.standing().get()));
    }

    /// What is chosen shows when it has come to be.
    private void choose(OfflineViewModel mode, Runnable action) {
        action.run();
        tell(mode.standing().get());
    }

    private void tell(Standing standing) {
        String line = text.of(standing, asking.getValue());
        setText(line);
        setAccessibleText(words.of("mode.name", line));
        enforced.setText(text.enforced(standing));
        decided.setText(text.decided(standing));
        decided.setVisible(!decided.getText().isEmpty());
        decided.setManaged(decided.isVisible());
        here.setSelected(standing instanceof LocalFirst);
        offline.setSelected(standing instanceof Offline);
        here.setDisable(standing instanceof Offline(var _, Wish wanted) && wanted == Wish.POLICY);
        dot.getStyleClass().setAll("dot", standing instanceof Offline ? "offline" : "ready");
    }

    private RadioMenuItem item(String id, String name, String what) {
        RadioMenuItem item = new RadioMenuItem("", new MenuLine(words.of(name), words.of(what)));
        item.setId(id);
        return item;
    }

    private static Label note(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("menu-note");
        return label;
    }

    private static CustomMenuItem noteItem(Label label) {
        CustomMenuItem item = new CustomMenuItem(label, false);
        item.visibleProperty().bind(label.visibleProperty());
        item.getStyleClass().add("note");
        return item;
    }
}
