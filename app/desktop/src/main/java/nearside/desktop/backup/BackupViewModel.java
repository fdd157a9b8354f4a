package nearside.desktop.backup;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.backup.Doing.BringingBack;
import nearside.desktop.backup.Doing.BroughtBack;
import nearside.desktop.backup.Doing.End;
import nearside.desktop.backup.Doing.Idle;
import nearside.desktop.backup.Doing.Looking;
import nearside.desktop.backup.Doing.Offered;
import nearside.desktop.pace.Background;
import nearside.storage.Backup;
import nearside.storage.Backups;
import nearside.storage.Preview;
import nearside.storage.Restored;
import nearside.storage.StorageException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The backups of the profile: what each would bring back, and bringing it. Lives on the UI thread;
/// reading and bringing back happen elsewhere.
public final class BackupViewModel {
    private final Backups backups;
    private final Background background;
    private final Runnable onBroughtBack;
    private final List<Backup> all = new ArrayList<>();
    private final ObservableList<BackupRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(new Idle());
    private volatile boolean stopped;

    /// @param onBroughtBack told when something may have come back
    public BackupViewModel(Backups backups, Background background, Runnable onBroughtBack) {
        this.backups = backups;
        this.background = background;
        this.onBroughtBack = onBroughtBack;
    }

    /// What was changed last first.
    public ObservableList<BackupRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Doing> doing() {
        return doing.getReadOnlyProperty();
    }

    /// Reads which backups there are.
    public void refresh() {
        look(backups::list, this::show);
    }

    private void show(List<Backup> found) {
        all.clear();
        all.addAll(found);
        rows.setAll(found.stream().map(BackupViewModel::row).toList());
    }

    /// Keeps a backup now, if there is something new to keep.
    public void keep() {
        look(this::kept, this::show);
    }

    private List<Backup> kept() {
        return switch (backups.keep()) {
            case Backups.Outcome.Kept _, Backups.Outcome.NotDue _ -> backups.list();
            case Backups.Outcome.Failed(var failure) -> throw new StorageException(failure);
        };
    }

    /// Finds out what a backup would bring; one that cannot be read brings nothing.
    public void choose(BackupRow row) {
        if (row.state() != BackupRow.State.SOUND) {
            doing.set(new Idle());
            return;
        }
        look(() -> backups.preview(backup(row)), preview -> doing.set(offered(preview)));
    }

    public void bringBack(BackupRow row) {
        stopped = false;
        Backup backup = backup(row);
        doing.set(new BringingBack(0, 0));
        ask(
                () -> backups.restore(backup, this::goesOn),
                restored -> {
                    doing.set(broughtBack(restored));
                    onBroughtBack.run();
                });
    }

    /// Ends bringing back before the next conversation.
    public void stop() {
        stopped = true;
    }

    private boolean goesOn(int done, int count) {
        background.ui().later(() -> doing.set(new BringingBack(done, count)));
        return !stopped;
    }

    private <T> void look(Supplier<T> question, Consumer<T> answer) {
        doing.set(new Looking());
        ask(question, answer);
    }

    /// Also what fails ends the waiting.
    private <T> void ask(Supplier<T> question, Consumer<T> answer) {
        background.ask(
                () -> {
                    try {
                        return question.get();
                    } finally {
                        background.ui().later(() -> doing.set(new Idle()));
                    }
                },
                answer);
    }

    private Backup backup(BackupRow row) {
        return all.stream()
                .filter(it -> it.file().equals(row.file()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the list: " + row.file()));
    }

    private static BackupRow row(Backup backup) {
        return new BackupRow(
                backup.file(),
                switch (backup.kind()) {
                    case DAY -> BackupRow.Kind.DAY;
                    case WEEK -> BackupRow.Kind.WEEK;
                    case BEFORE_VERSION -> BackupRow.Kind.BEFORE_VERSION;
                },
                backup.changed(),
                backup.bytes(),
                switch (backup.state()) {
                    case SOUND -> BackupRow.State.SOUND;
                    case DAMAGED -> BackupRow.State.DAMAGED;
                    case FOREIGN -> BackupRow.State.FOREIGN;
                });
    }

    private static Offered offered(Preview preview) {
        return new Offered(
                preview.conversations(),
                preview.messages(),
                preview.mended(),
                preview.here(),
                preview.inTrash(),
                preview.removed());
    }

    private static BroughtBack broughtBack(Restored restored) {
        return new BroughtBack(
                restored.conversations(),
                restored.messages(),
                restored.mended(),
                switch (restored.end()) {
                    case DONE -> End.DONE;
                    case STOPPED -> End.STOPPED;
                });
    }
}
