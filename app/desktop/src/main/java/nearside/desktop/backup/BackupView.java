package nearside.desktop.backup;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.time.ZoneId;
import java.util.Optional;

/// Shows the backups, what the chosen one would bring back, and brings it.
public final class BackupView extends VBox {
    private static final double LIST_HEIGHT = 220;

    private final BackupViewModel backups;
    private final BackupText text;
    private final ListView<BackupRow> list = new ListView<>();
    private final Label said = Panel.text("trouble-text", "backup-said");
    private final ProgressBar progress = new ProgressBar();
    private final Button bring = new Button();
    private final Button stop = new Button();

    public BackupView(BackupViewModel backups, Words words) {
        this.backups = backups;
        this.text = new BackupText(words, ZoneId.systemDefault());
        setId("backups");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        Label title = panel.text("trouble-title", "backup-title", "backup.title");
        Label note = panel.text("trouble-text", "backup-note", "backup.note");
        fillList(words);
        progress.setId("backup-progress");
        progress.setAccessibleText(words.of("backup.bringing"));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox actions =
                Panel.actions(
                        panel.button(bring, "backup-bring", "backup.bring", this::bringBack),
                        panel.button(stop, "backup-stop", "backup.stop", backups::stop));
        getChildren().addAll(title, note, list, said, progress, actions);
        backups.doing().subscribe(this::show);
    }

    private void fillList(Words words) {
        list.setId("backup-list");
        list.setAccessibleText(words.of("backup.title"));
        list.setItems(backups.rows());
        list.setPrefHeight(LIST_HEIGHT);
        list.setPlaceholder(
                new Missing(
                        new Panel(words),
                        "backup-none",
                        "backup.none",
                        "backup.keep",
                        backups::keep));
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
        Panel.show(stop, running);
        Panel.show(progress, running);
        if (doing instanceof Doing.BringingBack(int done, int all)) {
            progress.setProgress(all == 0 ? 0 : (double) done / all);
        }
    }
}
