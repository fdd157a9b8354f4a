package nearside.desktop.window;

import javafx.scene.control.MenuItem;

import nearside.desktop.protection.ProtectionViewModel;
import nearside.desktop.protection.Standing.Way;
import nearside.desktop.words.Words;

import java.util.List;

/// The last items of the settings menu, which open something else.
///
/// @param openLogs shows the folder of the logs
/// @param openProtection shows how the conversations are protected
/// @param openBackups shows the backups
/// @param openTrash shows the deleted conversations
/// @param openPast brings conversations of other programs in
/// @param openFar shows what can be borrowed, and what left
record LastItems(
        Runnable openLogs,
        Runnable openProtection,
        Runnable openBackups,
        Runnable openTrash,
        Runnable openPast,
        Far openFar) {
    /// What has to do with other machines.
    ///
    /// @param borrow shows the far models
    /// @param ledger shows what left
    record Far(Runnable borrow, Runnable ledger) {}

    List<MenuItem> of(ProtectionViewModel protection, Words words) {
        MenuItem lock = item("settings-lock", words.of("settings.lock"), protection::lockNow);
        protection
                .standing()
                .subscribe(standing -> lock.setVisible(standing.way() == Way.PASSPHRASE));
        return List.of(
                item("open-borrow", words.of("settings.borrow"), openFar.borrow()),
                item("open-ledger", words.of("settings.ledger"), openFar.ledger()),
                item("open-trash", words.of("settings.trash"), openTrash),
                item("open-past", words.of("settings.past"), openPast),
                item("open-protection", words.of("settings.protection"), openProtection),
                item("open-backups", words.of("settings.backups"), openBackups),
                lock,
                item("open-logs", words.of("settings.logs"), openLogs));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
