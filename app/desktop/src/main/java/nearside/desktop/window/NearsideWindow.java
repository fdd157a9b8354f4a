package nearside.desktop.window;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

import nearside.copilot.orchestrator.AttachedText;
import nearside.desktop.attach.Attached;
import nearside.desktop.attach.FileView;
import nearside.desktop.backup.BackupView;
import nearside.desktop.borrow.BorrowView;
import nearside.desktop.chat.MessageLink;
import nearside.desktop.compare.CompareView;
import nearside.desktop.history.HistoryItem;
import nearside.desktop.history.NameView;
import nearside.desktop.history.Naming;
import nearside.desktop.ledger.LedgerView;
import nearside.desktop.pace.FxThread;
import nearside.desktop.pace.UiThread;
import nearside.desktop.past.ExportDialog;
import nearside.desktop.past.PastView;
import nearside.desktop.prompts.PromptsView;
import nearside.desktop.protection.ProtectionView;
import nearside.desktop.settings.SettingsView;
import nearside.desktop.setup.SetupView;
import nearside.desktop.switcher.SwitchItem;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.LookViewModel;
import nearside.desktop.theme.PanelWindow;
import nearside.desktop.theme.TextSize;
import nearside.desktop.theme.Wardrobe;
import nearside.desktop.trash.TrashView;
import nearside.desktop.tree.TreeView;
import nearside.desktop.trouble.Explain;
import nearside.desktop.welcome.GettingView;
import nearside.desktop.words.LanguageChoice;
import nearside.desktop.words.Visible;
import nearside.desktop.words.Words;
import nearside.storage.Settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The window: shown at once, filled after its first frame, closed with everything kept.
public final class NearsideWindow {
    private final Backstage backstage;
    private final Settings settings;
    private final Stage stage;
    private final StagePlace place;
    private final Rooms rooms;
    private final Words words;
    private final Wardrobe wardrobe;
    private final Shortcuts textKeys;
    private final UiThread ui = new FxThread();
    private final ExecutorService quick = workers(1, new LinkedBlockingQueue<>());
    private final ExecutorService slow = workers(Integer.MAX_VALUE, new SynchronousQueue<>());

    public NearsideWindow(Stage stage, Backstage backstage, Opening opening) {
        this.stage = stage;
        this.backstage = backstage;
        settings = opening.settings().settings();
        words = Words.of(LanguageChoice.of(settings.language()).locale(Locale.getDefault()));
        rooms = Rooms.of(backstage, opening, words, new Rooms.Threads(ui, quick, slow));
        rooms.trouble().tell(opening.troubles(new Explain(words)));
        place = new StagePlace(stage);
        LookViewModel look = rooms.look();
        wardrobe = new Wardrobe(look, words.locale());
        textKeys = Keys.text(look::enlarge, look::reduce, () -> look.choose(TextSize.USUAL));
    }

    /// Shows the window; it closes by itself when the stage does.
    public void open() {
        Look.loadFonts();
        LastItems last =
                new LastItems(
                        this::openSettings,
                        this::openLogs,
                        this::openProtection,
                        this::openBackups,
                        this::openTrash,
                        this::openPast,
                        this::openPrompts,
                        this::openKeys,
                        new LastItems.Far(this::openBorrow, this::openLedger),
                        new LastItems.First(this::showWelcome, this::openGetting));
        SwitcherViewModel switcher = new SwitcherViewModel(() -> items(last), this::linked);
        SwitcherViewModel slash = new SwitcherViewModel(() -> slashed(last));
        ShellView shell = new ShellView(rooms, switcher, slash, words, last);
        rooms.history().onExport(this::export);
        rooms.history().onNaming(this::openName);
        rooms.chat().onLink(this::openOutside);
        rooms.chat().onFile(this::openFile);
        rooms.chat().onSetup(this::openSetup);
        rooms.chat().standsIn(new AroundChat(rooms, this::openTree, this::openCompare));
        rooms.welcome().getting().onOpen(this::openOutside);
        rooms.welcome().staying().onSetUp(this::openBorrow);
        Scene scene = new Scene(shell);
        listenIn(scene, shell, switcher);
        wardrobe.dress().subscribe(now -> Look.dress(scene, now));
        stage.setTitle(words.of("brand"));
        stage.setScene(scene);
        place.open(settings.place());
        stage.setOnHiding(_ -> close());
        stage.show();
        shell.chat().focusComposer();
        ui.nextFrame(() -> rooms.fill(backstage, ui));
    }

    private void listenIn(Scene scene, ShellView shell, SwitcherViewModel switcher) {
        textKeys.listenIn(scene);
        new Shortcuts(
                        Map.of(
                                Keys.NEW,
                                Shortcuts.always(() -> startNew(shell)),
                                Keys.FIND,
                                Shortcuts.always(rooms.chat()::beginFind),
                                Keys.SEARCH,
                                Shortcuts.always(shell::focusSearch),
                                Keys.SWITCH,
                                Shortcuts.always(switcher::begin),
                                Keys.SETTINGS,
                                Shortcuts.always(this::openSettings),
                                Keys.SHEET,
                                Shortcuts.always(this::openKeys),
                                Keys.UNDO,
                                this::undo,
                                Keys.REDO,
                                this::redo,
                                Keys.QUIT,
                                Shortcuts.always(stage::hide)))
                .listenIn(scene);
    }

    private void startNew(ShellView shell) {
        rooms.history().startNew();
        shell.chat().focusComposer();
    }

    /// While a person types, only what was taken away in the last seconds: fields take back what
    /// was typed.
    private boolean undo() {
        return (rooms.undo().last().get().isPresent() || !isTyping()) && rooms.undo().undo();
    }

    private boolean redo() {
        return !isTyping() && rooms.undo().redo();
    }

    private boolean isTyping() {
        return stage.getScene().getFocusOwner() instanceof TextInputControl field
                && !field.getText().isEmpty();
    }

    /// What a link to a message that is pasted leads to.
    private Optional<SwitchItem> linked(String typed) {
        return MessageLink.of(typed)
                .map(link ->
                        new SwitchItem(
                                SwitchItem.Kind.CONVERSATION,
                                words.of("switcher.message"),
                                () -> rooms.open(link.address())));
    }

    /// Conversations, the newest first, and all that can be done.
    private List<SwitchItem> items(LastItems last) {
        Stream<SwitchItem> conversations =
                rooms.history().items().stream()
                        .map(item ->
                                new SwitchItem(
                                        SwitchItem.Kind.CONVERSATION,
                                        item.title(),
                                        () -> rooms.history().open(item.id())));
        return Stream.concat(conversations, commands(last)).toList();
    }

    private Stream<SwitchItem> commands(LastItems last) {
        return Stream.concat(
                Stream.of(
                        command(words.of("history.new"), rooms.history()::startNew),
                        command(gettingTitle(), this::openGetting),
                        command(words.of("find.prompt"), rooms.chat()::beginFind),
                        command(words.of("setup.open"), this::openSetup),
                        command(words.of("tree.title"), this::openTree)),
                last.named(words).stream().map(named -> command(named.text(), named.action())));
    }

    /// Prompts, then what can be done, each by its word.
    private List<SwitchItem> slashed(LastItems last) {
        Stream<SwitchItem> prompts =
                rooms.prompts().prompts().stream()
                        .map(prompt ->
                                new SwitchItem(
                                        SwitchItem.Kind.PROMPT,
                                        prompt.name(),
                                        () -> rooms.prompts().insert(prompt)));
        return Stream.concat(prompts, commands(last)).toList();
    }

    private void openSettings() {
        panel().show(
                        words.of("settings.all"),
                        new SettingsView(rooms.settings(), words, doors()),
                        640,
                        () -> {});
    }

    /// Settings that have pages of their own.
    private List<SettingsView.Door> doors() {
        return List.of(
                door("setup", words.of("setup.open"), this::openSetup),
                door("prompts", words.of("prompts.title"), this::openPrompts),
                door("borrow", words.of("settings.borrow"), this::openBorrow),
                door("ledger", words.of("settings.ledger"), this::openLedger),
                door("protection", words.of("settings.protection"), this::openProtection),
                door("backups", words.of("settings.backups"), this::openBackups),
                door("trash", words.of("settings.trash"), this::openTrash));
    }

    private static SettingsView.Door door(String id, String text, Runnable open) {
        return new SettingsView.Door(id, text, open);
    }

    private void openPrompts() {
        rooms.prompts().refresh();
        panel().show(
                        words.of("prompts.title"),
                        new PromptsView(rooms.prompts(), words),
                        720,
                        () -> {});
    }

    private static SwitchItem command(String text, Runnable action) {
        return new SwitchItem(SwitchItem.Kind.COMMAND, text, action);
    }

    private void openKeys() {
        panel().show(words.of("keys.title"), new KeysView(words), 480, () -> {});
    }

    /// Virtual threads; what comes after the window is closed is dropped.
    private static ExecutorService workers(int most, BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(
                1,
                most,
                1,
                TimeUnit.SECONDS,
                queue,
                Thread.ofVirtual().name("window-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /// In a conversation that is not begun.
    private void showWelcome() {
        rooms.history().startNew();
        rooms.welcome().showAgain();
    }

    private String gettingTitle() {
        return words.of("welcome.get.title", rooms.welcome().getting().name());
    }

    private void openGetting() {
        rooms.welcome().getting().refresh();
        panel().show(
                        gettingTitle(),
                        new GettingView(rooms.welcome().getting(), words),
                        560,
                        () -> {});
    }

    private void openProtection() {
        panel().show(
                        words.of("protection.title"),
                        new ProtectionView(rooms.protection(), words),
                        560,
                        rooms.protection()::forget);
    }

    private void openBackups() {
        rooms.backups().refresh();
        panel().show(
                        words.of("backup.title"),
                        new BackupView(rooms.backups(), words),
                        620,
                        rooms.backups()::stop);
    }

    private void openTrash() {
        rooms.trash().refresh();
        panel().show(words.of("trash.title"), new TrashView(rooms.trash(), words), 560, () -> {});
    }

    private void openPast() {
        panel().show(
                        words.of("past.title"),
                        new PastView(rooms.past(), words),
                        620,
                        rooms.past()::forget);
    }

    private void openBorrow() {
        rooms.borrow().refresh();
        panel().show(
                        words.of("borrow.title"),
                        new BorrowView(rooms.borrow(), words),
                        680,
                        rooms.borrow()::forget);
    }

    private void openLedger() {
        rooms.ledger().refresh();
        panel().show(
                        words.of("ledger.title"),
                        new LedgerView(rooms.ledger(), words, this::openBorrow),
                        900,
                        () -> {});
    }

    private void openName(Naming naming) {
        panel().show(words.of(naming.key()), new NameView(naming, words), 360, () -> {});
    }

    private void openTree() {
        rooms.tree().refresh();
        panel().show(words.of("tree.title"), new TreeView(rooms.tree(), words), 720, () -> {});
    }

    private void openCompare() {
        panel().show(
                        words.of("compare.title"),
                        new CompareView(rooms.compare(), words, this::openOutside),
                        960,
                        () -> {});
    }

    private void openSetup() {
        rooms.setup().refresh();
        panel().show(words.of("setup.title"), new SetupView(rooms.setup(), words), 680, () -> {});
    }

    /// What is no text is told by its name alone.
    private void openFile(Attached file, byte[] bytes) {
        String text =
                AttachedText.of(file.name(), bytes)
                        .map(AttachedText::text)
                        .orElse(words.of("attach.no-preview"));
        panel().show(Visible.of(file.name()), new FileView(file, text, words), 720, () -> {});
    }

    private PanelWindow panel() {
        return new PanelWindow(stage, wardrobe.dress(), textKeys::listenIn);
    }

    private void export(HistoryItem item) {
        rooms.export().export(item.id(), new ExportDialog(stage, words));
    }

    private void openOutside(String target) {
        if (rooms.open(target)) {
            return;
        }
        slow.execute(() -> backstage.device().open().accept(target));
    }

    private void openLogs() {
        openOutside(backstage.device().logs().toString());
    }

    /// Keeps the draft and the place, and waits until they are on disk.
    private void close() {
        wardrobe.close();
        rooms.chat().close();
        quick.execute(() -> backstage.memories().settings().change(place::in));
        quick.close();
        slow.shutdown();
    }
}
