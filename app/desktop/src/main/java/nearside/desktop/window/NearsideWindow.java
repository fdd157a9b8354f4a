package nearside.desktop.window;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import nearside.desktop.backup.BackupView;
import nearside.desktop.borrow.BorrowView;
import nearside.desktop.history.HistoryItem;
import nearside.desktop.ledger.LedgerView;
import nearside.desktop.pace.FxThread;
import nearside.desktop.pace.UiThread;
import nearside.desktop.past.ExportDialog;
import nearside.desktop.past.PastView;
import nearside.desktop.protection.ProtectionView;
import nearside.desktop.switcher.SwitchItem;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.PanelWindow;
import nearside.desktop.theme.Shade;
import nearside.desktop.trash.TrashView;
import nearside.desktop.trouble.Explain;
import nearside.desktop.welcome.GettingView;
import nearside.desktop.words.LanguageChoice;
import nearside.desktop.words.Words;
import nearside.storage.Settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    }

    /// Shows the window; it closes by itself when the stage does.
    public void open() {
        Look.loadFonts();
        LastItems last =
                new LastItems(
                        this::openLogs,
                        this::openProtection,
                        this::openBackups,
                        this::openTrash,
                        this::openPast,
                        this::openKeys,
                        new LastItems.Far(this::openBorrow, this::openLedger),
                        new LastItems.First(this::showWelcome, this::openGetting));
        SwitcherViewModel switcher = new SwitcherViewModel(() -> items(last));
        ShellView shell = new ShellView(rooms, switcher, words, last);
        rooms.history().onExport(this::export);
        rooms.chat().onLink(this::openOutside);
        rooms.welcome().getting().onOpen(this::openOutside);
        rooms.welcome().staying().onSetUp(this::openBorrow);
        Scene scene = new Scene(shell);
        listenIn(scene, shell, switcher);
        rooms.look().theme().subscribe(_ -> dress(scene));
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> dress(scene));
        stage.setTitle(words.of("brand"));
        stage.setScene(scene);
        place.open(settings.place());
        stage.setOnHiding(_ -> close());
        stage.show();
        shell.chat().focusComposer();
        ui.nextFrame(() -> rooms.fill(backstage, ui));
    }

    private void listenIn(Scene scene, ShellView shell, SwitcherViewModel switcher) {
        new Shortcuts(
                        Map.of(
                                Keys.NEW,
                                Shortcuts.always(() -> startNew(shell)),
                                Keys.FIND,
                                Shortcuts.always(shell::focusSearch),
                                Keys.SWITCH,
                                Shortcuts.always(switcher::begin),
                                Keys.SHEET,
                                Shortcuts.always(this::openKeys),
                                Keys.UNDO,
                                this::undo,
                                Keys.QUIT,
                                Shortcuts.always(stage::hide)))
                .listenIn(scene);
    }

    private void startNew(ShellView shell) {
        rooms.history().startNew();
        shell.chat().focusComposer();
    }

    /// Only what was deleted in the last seconds.
    private boolean undo() {
        boolean can = rooms.history().deleted().get().isPresent();
        rooms.history().undo();
        return can;
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
        Stream<SwitchItem> commands =
                Stream.concat(
                        Stream.of(
                                command(words.of("history.new"), rooms.history()::startNew),
                                command(gettingTitle(), this::openGetting)),
                        last.named(words).stream()
                                .map(named -> command(named.text(), named.action())));
        return Stream.concat(conversations, commands).toList();
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

    private void dress(Scene scene) {
        Look.dress(scene, shade());
    }

    private Shade shade() {
        return Shade.of(rooms.look().theme().get(), Platform.getPreferences().getColorScheme());
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

    private PanelWindow panel() {
        return new PanelWindow(stage, shade());
    }

    private void export(HistoryItem item) {
        rooms.export().export(item.id(), new ExportDialog(stage, words));
    }

    private void openOutside(String target) {
        slow.execute(() -> backstage.device().open().accept(target));
    }

    private void openLogs() {
        openOutside(backstage.device().logs().toString());
    }

    /// Keeps the draft and the place, and waits until they are on disk.
    private void close() {
        rooms.chat().close();
        quick.execute(() -> backstage.memories().settings().change(place::in));
        quick.close();
        slow.shutdown();
    }
}
