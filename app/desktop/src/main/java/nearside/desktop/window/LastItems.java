package nearside.desktop.window;

import javafx.scene.control.MenuItem;

import nearside.desktop.protection.ProtectionViewModel;
import nearside.desktop.protection.Standing.Way;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.stream.Stream;

/// The last items of the settings menu, which open something else.
///
/// @param openSettings shows all settings on one page
/// @param openLogs shows the folder of the logs
/// @param openProtection shows how the conversations are protected
/// @param openBackups shows the backups
/// @param openTrash shows the deleted conversations
/// @param openPast brings conversations of other programs in
/// @param openPrompts shows the prompts that are kept
/// @param openKeys shows the keys that do something
/// @param openFar shows what can be borrowed, and what left
/// @param openFirst shows what a new person sees
record LastItems(
        Runnable openSettings,
        Runnable openLogs,
        Runnable openProtection,
        Runnable openBackups,
        Runnable openTrash,
        Runnable openPast,
        Runnable openPrompts,
        Runnable openKeys,
        Far openFar,
        First openFirst) {
    /// What has to do with other machines.
    ///
    /// @param borrow shows the far models
    /// @param ledger shows what left
    record Far(Runnable borrow, Runnable ledger) {}

    /// What is for a new person.
    ///
    /// @param welcome shows the welcome again
    /// @param get shows how a larger model comes here
    /// @param models shows all models
    record First(Runnable welcome, Runnable get, Runnable models) {}

    /// One of them.
    record Named(String id, String text, Runnable action) {}

    List<MenuItem> of(ProtectionViewModel protection, Words words) {
        MenuItem lock = item("settings-lock", words.of("settings.lock"), protection::lockNow);
        protection
                .standing()
                .subscribe(standing -> lock.setVisible(standing.way() == Way.PASSPHRASE));
        return Stream.concat(
                        named(words).stream()
                                .map(each -> item(each.id(), each.text(), each.action())),
                        Stream.of(lock))
                .toList();
    }

    /// All that can be done always.
    List<Named> named(Words words) {
        return List.of(
                new Named("open-settings", words.of("settings.all"), openSettings),
                new Named("open-welcome", words.of("settings.welcome"), openFirst.welcome()),
                new Named("open-models", words.of("models.page.title"), openFirst.models()),
                new Named("open-borrow", words.of("settings.borrow"), openFar.borrow()),
                new Named("open-ledger", words.of("settings.ledger"), openFar.ledger()),
                new Named("open-prompts", words.of("prompts.title"), openPrompts),
                new Named("open-trash", words.of("settings.trash"), openTrash),
                new Named("open-past", words.of("settings.past"), openPast),
                new Named("open-protection", words.of("settings.protection"), openProtection),
                new Named("open-backups", words.of("settings.backups"), openBackups),
                new Named("open-keys", words.of("settings.keys"), openKeys),
                new Named("open-logs", words.of("settings.logs"), openLogs));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
