package nearside.desktop.backup;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.words.Words;

import java.time.ZoneId;
import java.util.Optional;

/// Shows the backups, what the chosen one would bring back, and brings it.
public final class BackupView extends VBox {
    private static final double LIST_HEIGHT = 220;

    private final BackupViewModel backups;
    private final BackupText text;
    private final ListView<BackupRow> list = new ListView<>();
    private final Label said = line("trouble-text", "backup-said");
    private final ProgressBar progress = new ProgressBar();
    private final Button bring = new Button();
    private final Button stop = new Button();

    public BackupView(BackupViewModel backups, Words words) {
        this.backups = backups;
        this.text = new BackupText(words, ZoneId.systemDefault());
        setId("backups");
        getStyleClass().add("protection");
        Label title = line("trouble-title", "backup-title");
        title.setText(words.of("backup.title"));
        Label note = line("trouble-text", "backup-note");
        note.setText(words.of("backup.note"));
        fillList(words);
        progress.setId("backup-progress");
        progress.setAccessibleText(words.of("backup.bringing"));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox actions =
                new HBox(
                        button(bring, "backup-bring", words.of("backup.bring"), this::bringBack),
                        button(stop, "backup-stop", words.of("backup.stop"), backups::stop));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("unlock-actions");
        getChildren().addAll(title, note, list, said, progress, actions);
        backups.doing().subscribe(this::show);
    }

    private void fillList(Words words) {
        list.setId("backup-list");
        list.setAccessibleText(words.of("backup.title"));
        list.setItems(backups.rows());
        list.setPrefHeight(LIST_HEIGHT);
        Label none = line("trouble-text", "backup-none");
        none.setText(words.of("backup.none"));
        list.setPlaceholder(none);
        list.setCellFactory(_ -> new BackupCell(text));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> Optional.ofNullable(chosen).ifPresent(backups::choose));
    }

    private void bringBack() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(backups::bringBack);
    }

    private void show(Doing doing) {
        said.setText(text.of(doing));
        bring.setDisable(!(doing instanceof Doing.Offered offered && offered.bringsSomething()));
        boolean running = doing instanceof Doing.BringingBack;
        list.setDisable(running);
        shown(stop, running);
        shown(progress, running);
        if (doing instanceof Doing.BringingBack(int done, int all)) {
            progress.setProgress(all == 0 ? 0 : (double) done / all);
        }
    }

    private static Button button(Button button, String id, String text, Runnable action) {
        button.setId(id);
        button.setText(text);
        button.setAccessibleText(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label line(String style, String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
