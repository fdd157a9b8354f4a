package nearside.desktop.backup;

import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

/// A backup in the list.
final class BackupCell extends ListCell<BackupRow> {
    private final BackupText text;

    BackupCell(BackupText text) {
        this.text = text;
    }

    @Override
    protected void updateItem(@Nullable BackupRow row, boolean empty) {
        super.updateItem(row, empty);
        String shown = row == null || empty ? "" : text.of(row);
        setText(shown);
        setAccessibleText(shown);
    }
}
