package nearside.desktop.attach;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Visible;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;
import java.util.function.Consumer;

/// Files, each as a small button that shows what is in it, and where they can be taken away one
/// more beside it. Takes no room without files.
public final class Chips extends FlowPane {
    private final ObservableList<Attached> files;
    private final Consumer<Attached> open;
    private final Optional<Consumer<Attached>> remove;
    private final Words words;

    private Chips(
            ObservableList<Attached> files,
            Consumer<Attached> open,
            Optional<Consumer<Attached>> remove,
            Words words) {
        this.files = files;
        this.open = open;
        this.remove = remove;
        this.words = words;
        getStyleClass().add("chips");
        files.addListener((ListChangeListener<Attached>) _ -> fill());
        fill();
    }

    /// Files that stay.
    public static Chips fixed(
            ObservableList<Attached> files, Consumer<Attached> open, Words words) {
        return new Chips(files, open, Optional.empty(), words);
    }

    /// Files that can be taken away.
    public static Chips loose(
            ObservableList<Attached> files,
            Consumer<Attached> open,
            Consumer<Attached> remove,
            Words words) {
        return new Chips(files, open, Optional.of(remove), words);
    }

    private void fill() {
        getChildren().setAll(files.stream().map(this::chip).toList());
        Panel.show(this, !files.isEmpty());
    }

    private Node chip(Attached file) {
        String name = Visible.of(file.name());
        String size = new Amounts(words).size(file.bytes());
        Button show = new Button(name + "  " + size, new FontIcon(Feather.FILE_TEXT));
        show.getStyleClass().add("chip-name");
        show.setAccessibleText(words.of("attach.show", name, size));
        show.setOnAction(_ -> open.accept(file));
        HBox chip = new HBox(show);
        chip.getStyleClass().add("chip");
        remove.ifPresent(taken -> {
            Button away = new Button("", new FontIcon(Feather.X));
            away.getStyleClass().add("icon-only");
            away.setAccessibleText(words.of("attach.remove", name));
            away.setOnAction(_ -> taken.accept(file));
            chip.getChildren().add(away);
        });
        return chip;
    }
}
