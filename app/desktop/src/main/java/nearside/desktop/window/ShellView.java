package nearside.desktop.window;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import nearside.desktop.chat.ChatView;
import nearside.desktop.consent.SheetView;
import nearside.desktop.device.CalibrationBar;
import nearside.desktop.device.DeviceView;
import nearside.desktop.downloads.DownloadsView;
import nearside.desktop.history.SidebarView;
import nearside.desktop.models.ImportView;
import nearside.desktop.models.ModelMenu;
import nearside.desktop.offline.OfflineMenu;
import nearside.desktop.offline.RestartBar;
import nearside.desktop.past.NoteBar;
import nearside.desktop.search.SearchView;
import nearside.desktop.switcher.SwitcherView;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.theme.LookMenu;
import nearside.desktop.trouble.TroubleBar;
import nearside.desktop.undo.UndoBar;
import nearside.desktop.welcome.WelcomeView;
import nearside.desktop.words.Words;

/// The whole window: the sidebar, the bar on top, and the conversation. A narrow window hides the
/// sidebar.
public final class ShellView extends BorderPane {
    static final double NARROW = 760;

    private final SidebarView sidebar;
    private final ChatView chat;
    private final SearchView search;
    private boolean narrow;

    /// @param slash what a slash at the beginning of a question offers
    ShellView(
            Rooms rooms,
            SwitcherViewModel switcher,
            SwitcherViewModel slash,
            Words words,
            LastItems last) {
        setId("shell");
        getStyleClass().add("shell");
        chat =
                new ChatView(
                        rooms.chat(),
                        slash,
                        words,
                        new WelcomeView(
                                rooms.welcome(),
                                rooms.device(),
                                rooms.calibration(),
                                words,
                                new WelcomeView.Ways(
                                        last.openFirst().get(),
                                        last.openPast(),
                                        this::focusComposer)));
        rooms.prompts().onInsert(chat::insert);
        search = new SearchView(rooms.search(), words, chat::focusComposer);
        sidebar =
                new SidebarView(
                        rooms.history(),
                        words,
                        new SidebarView.Around(
                                new Mark(),
                                search.field(),
                                search.results(),
                                last.openPast(),
                                new UndoBar(rooms.undo(), words),
                                new NoteBar(rooms.export()),
                                new DeviceView(rooms.device(), words)));
        TopBar top =
                new TopBar(
                        rooms.history().openTitle(),
                        words,
                        this::toggleSidebar,
                        new OfflineMenu(rooms.offline(), rooms.borrow().consent().asking(), words),
                        new ModelMenu(rooms.models(), last.openFirst().models(), words),
                        new LookMenu(rooms.look(), words, last.of(rooms.protection(), words)));
        VBox head =
                new VBox(
                        top,
                        new RestartBar(rooms.offline(), words),
                        new TroubleBar(rooms.trouble(), words),
                        new CalibrationBar(rooms.calibration(), words),
                        new ImportView(rooms.models(), words),
                        new DownloadsView(rooms.downloads(), words));
        BorderPane main =
                new BorderPane(
                        new StackPane(
                                chat,
                                new SheetView(rooms.chat().consent(), words),
                                new SwitcherView(switcher, words, chat::focusComposer)),
                        head,
                        null,
                        null,
                        null);
        setCenter(main);
        setLeft(sidebar);
        widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    }

    ChatView chat() {
        return chat;
    }

    private void focusComposer() {
        chat.focusComposer();
    }

    /// Puts the cursor where a person types what to look for.
    void focusSearch() {
        setLeft(sidebar);
        search.focus();
    }

    private void toggleSidebar() {
        setLeft(getLeft() == null ? sidebar : null);
    }

    private void fit(double width) {
        boolean nowNarrow = width < NARROW;
        if (nowNarrow != narrow) {
            narrow = nowNarrow;
            setLeft(narrow ? null : sidebar);
        }
    }
}
