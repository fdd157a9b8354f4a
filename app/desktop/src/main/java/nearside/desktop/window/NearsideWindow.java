package nearside.desktop.window;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import nearside.desktop.call.Call;
import nearside.desktop.pace.FxThread;
import nearside.desktop.pace.UiThread;
import nearside.desktop.pace.Watchdog;
import nearside.desktop.past.ExportDialog;
import nearside.desktop.quick.QuickWindow;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.LookViewModel;
import nearside.desktop.theme.PanelWindow;
import nearside.desktop.theme.TextSize;
import nearside.desktop.theme.Wardrobe;
import nearside.desktop.tray.TrayFace;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.LanguageChoice;
import nearside.desktop.words.Words;
import nearside.storage.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The window: shown at once, filled after its first frame, closed with everything kept.
public final class NearsideWindow {
    private static final System.Logger LOG = System.getLogger("nearside.window");

    private final Backstage backstage;
    private final Settings settings;
    private final Stage stage;
    private final StagePlace place;
    private final Rooms rooms;
    private final Words words;
    private final Wardrobe wardrobe;
    private final Shortcuts textKeys;
    private final Panels panels;
    private final UiThread ui = new FxThread();
    private final Watchdog watchdog =
            new Watchdog(
                    ui,
                    System::nanoTime,
                    stall ->
                            LOG.log(
                                    System.Logger.Level.INFO,
                                    "the window stood still for {0} ms: {1}",
                                    stall.length().toMillis(),
                                    stall.where()));
    private final ExecutorService quick = workers(1, new LinkedBlockingQueue<>());
    private final ExecutorService slow = workers(Integer.MAX_VALUE, new SynchronousQueue<>());
    private final ExecutorService outer = workers(1, new LinkedBlockingQueue<>());
    private final QuickWindow quickWindow;
    private Runnable onLeft = () -> {};
    private boolean inTray;

    public NearsideWindow(Stage stage, Backstage backstage, Opening opening) {
        this.stage = stage;
        this.backstage = backstage;
        settings = opening.settings().settings();
        words = Words.of(LanguageChoice.of(settings.language()).locale(Locale.getDefault()));
        rooms = Rooms.of(backstage, opening, words, new Rooms.Threads(ui, quick, slow, outer));
        rooms.trouble().tell(opening.troubles(new Explain(words)));
        place = new StagePlace(stage);
        LookViewModel look = rooms.look();
        wardrobe = new Wardrobe(look, words.locale());
        textKeys = Keys.text(look::enlarge, look::reduce, () -> look.choose(TextSize.USUAL));
        panels =
                new Panels(
                        rooms,
                        words,
                        () -> new PanelWindow(stage, wardrobe.dress(), textKeys::listenIn),
                        this::openOutside);
        quickWindow =
                new QuickWindow(
                        rooms.quick(),
                        words,
                        wardrobe.dress(),
                        textKeys::listenIn,
                        this::openOutside);
    }

    /// Told when the window is left for good.
    public void onLeft(Runnable listener) {
        onLeft = listener;
    }

    /// Shows the window; it closes by itself when the stage does.
    public void open() {
        Look.loadFonts();
        LastItems last =
                new LastItems(
                        panels::openSettings,
                        this::openLogs,
                        panels::openProtection,
                        panels::openBackups,
                        panels::openTrash,
                        panels::openPast,
                        panels::openPrompts,
                        panels::openKeys,
                        new LastItems.Far(panels::openBorrow, panels::openLedger),
                        new LastItems.First(
                                this::showWelcome, panels::openGetting, panels::openModels));
        Offers offers = new Offers(rooms, panels, last, words);
        SwitcherViewModel switcher = new SwitcherViewModel(offers::items, offers::linked);
        SwitcherViewModel slash = new SwitcherViewModel(offers::slashed);
        ShellView shell = new ShellView(rooms, switcher, slash, words, last);
        rooms.history().onExport(item -> export(item.id()));
        rooms.history().onPrint(panels::openPrint);
        rooms.print().onSave(this::export);
        rooms.history().onNaming(panels::openName);
        rooms.chat().onLink(this::openOutside);
        rooms.chat().onFile(panels::openFile);
        rooms.chat().onSetup(panels::openSetup);
        rooms.chat().standsIn(new AroundChat(rooms, panels::openTree, panels::openCompare));
        rooms.welcome().getting().onOpen(this::openOutside);
        rooms.catalogue().onOpen(this::openOutside);
        rooms.welcome().staying().onSetUp(panels::openBorrow);
        Scene scene = new Scene(shell);
        listenIn(scene, shell, switcher);
        wardrobe.dress().subscribe(now -> Look.dress(scene, now));
        stage.setTitle(words.of("brand"));
        stage.setScene(scene);
        place.open(settings.windows());
        stage.setOnCloseRequest(this::closing);
        stage.setOnHiding(_ -> unlessInTray(this::close));
        stage.setOnHidden(_ -> unlessInTray(onLeft));
        stage.show();
        shell.chat().focusComposer();
        ui.nextFrame(() -> rooms.fill(backstage, ui));
        watch(scene);
        quickWindow.wears(stage.getIcons());
        rooms.quick()
                .onOpen(conversation -> {
                    raise();
                    rooms.history().open(conversation.value());
                });
        rooms.chat().consent().sheet().subscribe(sheet -> sheet.ifPresent(_ -> askInSight()));
        new Unattended(
                        System::nanoTime,
                        this::isLookedAt,
                        took -> rooms.manners().answered(took, this::raise))
                .follow(rooms.chat().answering());
        rooms.manners().begin(face(), this::quick);
    }

    private TrayFace face() {
        return new TrayFace(
                words.of("brand"),
                words.of("tray.about"),
                TrayPictures.of(stage.getIcons()),
                this::quick,
                List.of(
                        new TrayFace.Item(words.of("quick.title"), this::quick),
                        new TrayFace.Item(words.of("tray.open"), this::raise),
                        new TrayFace.Item(words.of("tray.quit"), this::leave)));
    }

    /// The sheet that asks stands in the window: who asked in the small one has to see it.
    private void askInSight() {
        if (inTray || quickWindow.isLookedAt()) {
            raise();
        }
    }

    private boolean isLookedAt() {
        return isLookedAt(stage) || quickWindow.isLookedAt();
    }

    /// A hidden one may still say that it has the focus.
    private static boolean isLookedAt(Stage stage) {
        return stage.isShowing() && !stage.isIconified() && stage.isFocused();
    }

    /// Shows the small window for one question.
    public void quick() {
        quickWindow.show();
    }

    /// Brings the window to the front, also out of the tray.
    public void raise() {
        inTray = false;
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// Opens what another program hands over: the address of a message, or a file of conversations.
    public void take(String what) {
        raise();
        if (what.startsWith(Call.SCHEME)) {
            if (!rooms.open(what)) {
                rooms.leadsNowhere(what);
            }
        } else {
            panels.openPast();
            rooms.past().choose(List.of(Path.of(what)));
        }
    }

    /// Ends it, also in the tray.
    public void leave() {
        if (inTray) {
            inTray = false;
            close();
            onLeft.run();
        } else {
            stage.hide();
        }
    }

    private void closing(WindowEvent request) {
        if (rooms.manners().canHide()) {
            request.consume();
            inTray = true;
            stage.hide();
        }
    }

    private void unlessInTray(Runnable action) {
        if (!inTray) {
            action.run();
        }
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
                                Keys.PRINT,
                                Shortcuts.always(panels::printOpen),
                                Keys.SETTINGS,
                                Shortcuts.always(panels::openSettings),
                                Keys.SHEET,
                                Shortcuts.always(panels::openKeys),
                                Keys.UNDO,
                                this::undo,
                                Keys.REDO,
                                this::redo,
                                Keys.QUIT,
                                Shortcuts.always(stage::hide)))
                .listenIn(scene);
    }

    /// While something is done or written.
    private void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, _ -> watchdog.stir());
        rooms.models().status().subscribe(_ -> watchdog.stir());
        watchdog.begin();
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

    private void export(String conversation) {
        rooms.export().export(conversation, new ExportDialog(stage, words));
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
        rooms.manners().close();
        quickWindow.close();
        wardrobe.close();
        watchdog.close();
        rooms.chat().close();
        quick.execute(() -> backstage.memories().settings().change(place::in));
        quick.close();
        slow.shutdown();
        outer.shutdown();
    }
}
