package nearside.desktop.window;

import nearside.copilot.orchestrator.AttachedText;
import nearside.desktop.attach.Attached;
import nearside.desktop.attach.FileView;
import nearside.desktop.backup.BackupView;
import nearside.desktop.borrow.BorrowView;
import nearside.desktop.catalogue.CatalogueView;
import nearside.desktop.compare.CompareView;
import nearside.desktop.history.HistoryItem;
import nearside.desktop.history.NameView;
import nearside.desktop.history.Naming;
import nearside.desktop.ledger.LedgerView;
import nearside.desktop.past.PastView;
import nearside.desktop.print.Kept;
import nearside.desktop.print.PrintView;
import nearside.desktop.prompts.PromptsView;
import nearside.desktop.protection.ProtectionView;
import nearside.desktop.settings.SettingsView;
import nearside.desktop.setup.SetupView;
import nearside.desktop.theme.PanelWindow;
import nearside.desktop.trash.TrashView;
import nearside.desktop.tree.TreeView;
import nearside.desktop.welcome.GettingView;
import nearside.desktop.words.Visible;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The panels of the window, each opened by its name.
///
/// @param panel a new panel
/// @param outside opens an address
record Panels(Rooms rooms, Words words, Supplier<PanelWindow> panel, Consumer<String> outside) {
    void openSettings() {
        panel.get()
                .show(
                        words.of("settings.all"),
                        new SettingsView(rooms.settings(), words, doors()),
                        640,
                        () -> {});
    }

    /// Settings that have pages of their own.
    private List<SettingsView.Door> doors() {
        return List.of(
                door("setup", "setup.open", "settings.page.setup", this::openSetup),
                door("models", "models.page.title", "settings.page.models", this::openModels),
                door("prompts", "prompts.title", "settings.page.prompts", this::openPrompts),
                door("borrow", "settings.borrow", "settings.page.borrow", this::openBorrow),
                door("ledger", "settings.ledger", "settings.page.ledger", this::openLedger),
                door(
                        "protection",
                        "settings.protection",
                        "settings.page.protection",
                        this::openProtection),
                door("backups", "settings.backups", "settings.page.backups", this::openBackups),
                door("trash", "settings.trash", "settings.page.trash", this::openTrash));
    }

    private SettingsView.Door door(String id, String name, String note, Runnable open) {
        return new SettingsView.Door(id, words.of(name), words.of(note), open);
    }

    void openPrompts() {
        rooms.prompts().refresh();
        panel.get()
                .show(
                        words.of("prompts.title"),
                        new PromptsView(rooms.prompts(), words),
                        720,
                        () -> {});
    }

    void openKeys() {
        panel.get().show(words.of("keys.title"), new KeysView(words), 480, () -> {});
    }

    void openGetting() {
        rooms.welcome().getting().refresh();
        panel.get()
                .show(
                        gettingTitle(),
                        new GettingView(rooms.welcome().getting(), words),
                        560,
                        () -> {});
    }

    String gettingTitle() {
        return words.of("welcome.get.title", rooms.welcome().getting().name());
    }

    /// All models, here and to be got.
    void openModels() {
        rooms.catalogue().begin();
        panel.get()
                .show(
                        words.of("models.page.title"),
                        new CatalogueView(rooms.catalogue(), words),
                        820,
                        rooms.catalogue()::end);
    }

    void openProtection() {
        panel.get()
                .show(
                        words.of("protection.title"),
                        new ProtectionView(rooms.protection(), words),
                        560,
                        rooms.protection()::forget);
    }

    void openBackups() {
        rooms.backups().refresh();
        panel.get()
                .show(
                        words.of("backup.title"),
                        new BackupView(rooms.backups(), words),
                        620,
                        rooms.backups()::stop);
    }

    void openTrash() {
        rooms.trash().refresh();
        panel.get()
                .show(words.of("trash.title"), new TrashView(rooms.trash(), words), 560, () -> {});
    }

    void openPast() {
        panel.get()
                .show(
                        words.of("past.title"),
                        new PastView(rooms.past(), words),
                        620,
                        rooms.past()::forget);
    }

    void openBorrow() {
        rooms.borrow().refresh();
        panel.get()
                .show(
                        words.of("borrow.title"),
                        new BorrowView(rooms.borrow(), words),
                        680,
                        rooms.borrow()::forget);
    }

    void openLedger() {
        rooms.ledger().refresh();
        panel.get()
                .show(
                        words.of("ledger.title"),
                        new LedgerView(rooms.ledger(), words, this::openBorrow),
                        900,
                        () -> {});
    }

    void openPrint(HistoryItem item) {
        openPrint(Optional.of(new Kept(item.id(), item.title())));
    }

    /// Prints what is open.
    void printOpen() {
        String title = rooms.history().openTitle().get();
        openPrint(rooms.history().open().get().map(id -> new Kept(id, title)));
    }

    private void openPrint(Optional<Kept> conversation) {
        rooms.print().begin(conversation);
        panel.get()
                .show(
                        words.of("print.title"),
                        new PrintView(rooms.print(), words),
                        480,
                        rooms.print()::forget);
    }

    void openName(Naming naming) {
        panel.get().show(words.of(naming.key()), new NameView(naming, words), 360, () -> {});
    }

    void openTree() {
        rooms.tree().refresh();
        panel.get().show(words.of("tree.title"), new TreeView(rooms.tree(), words), 720, () -> {});
    }

    void openCompare() {
        panel.get()
                .show(
                        words.of("compare.title"),
                        new CompareView(rooms.compare(), words, outside),
                        960,
                        () -> {});
    }

    void openSetup() {
        rooms.setup().refresh();
        panel.get()
                .show(words.of("setup.title"), new SetupView(rooms.setup(), words), 680, () -> {});
    }

    /// What is no text is told by its name alone.
    void openFile(Attached file, byte[] bytes) {
        String text =
                AttachedText.of(file.name(), bytes)
                        .map(AttachedText::text)
                        .orElse(words.of("attach.no-preview"));
        panel.get().show(Visible.of(file.name()), new FileView(file, text, words), 720, () -> {});
    }
}
