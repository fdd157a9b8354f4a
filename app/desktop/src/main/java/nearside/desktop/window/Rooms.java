package nearside.desktop.window;

import nearside.copilot.models.InstalledModel;
import nearside.desktop.backup.BackupViewModel;
import nearside.desktop.borrow.BorrowViewModel;
import nearside.desktop.catalogue.CatalogueViewModel;
import nearside.desktop.catalogue.Keeping;
import nearside.desktop.catalogue.Shelf;
import nearside.desktop.chat.ChatViewModel;
import nearside.desktop.chat.MessageLink;
import nearside.desktop.chat.Rung;
import nearside.desktop.compare.CompareViewModel;
import nearside.desktop.device.Answers;
import nearside.desktop.device.CalibrationViewModel;
import nearside.desktop.device.DeviceViewModel;
import nearside.desktop.downloads.DownloadsViewModel;
import nearside.desktop.downloads.TripText;
import nearside.desktop.history.HistoryViewModel;
import nearside.desktop.ledger.LedgerViewModel;
import nearside.desktop.manners.MannersViewModel;
import nearside.desktop.models.CacheChoice;
import nearside.desktop.models.CacheViewModel;
import nearside.desktop.models.ModelStatus;
import nearside.desktop.models.ModelsViewModel;
import nearside.desktop.models.Relief;
import nearside.desktop.models.ReliefViewModel;
import nearside.desktop.offline.OfflineViewModel;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.UiThread;
import nearside.desktop.past.ExportViewModel;
import nearside.desktop.past.PastViewModel;
import nearside.desktop.print.PrintViewModel;
import nearside.desktop.prompts.PromptsViewModel;
import nearside.desktop.protection.ProtectionViewModel;
import nearside.desktop.quick.QuickViewModel;
import nearside.desktop.search.SearchViewModel;
import nearside.desktop.settings.SettingsViewModel;
import nearside.desktop.setup.SetupViewModel;
import nearside.desktop.theme.LookViewModel;
import nearside.desktop.trash.TrashViewModel;
import nearside.desktop.tree.TreeViewModel;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.TroubleViewModel;
import nearside.desktop.undo.Undo;
import nearside.desktop.welcome.WelcomeViewModel;
import nearside.desktop.words.Words;
import nearside.engine.folder.FolderCheck;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;
import nearside.storage.Settings;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The view models of the window, made from what stands behind it and joined to each other.
public record Rooms(
        ChatViewModel chat,
        SetupViewModel setup,
        PromptsViewModel prompts,
        TreeViewModel tree,
        CompareViewModel compare,
        HistoryViewModel history,
        Undo undo,
        SearchViewModel search,
        ModelsViewModel models,
        DownloadsViewModel downloads,
        CatalogueViewModel catalogue,
        DeviceViewModel device,
        CalibrationViewModel calibration,
        OfflineViewModel offline,
        SettingsViewModel settings,
        LookViewModel look,
        CacheViewModel cache,
        ReliefViewModel reliefs,
        ProtectionViewModel protection,
        BackupViewModel backups,
        TrashViewModel trash,
        PastViewModel past,
        ExportViewModel export,
        PrintViewModel print,
        BorrowViewModel borrow,
        LedgerViewModel ledger,
        WelcomeViewModel welcome,
        QuickViewModel quick,
        MannersViewModel manners,
        TroubleViewModel trouble) {

    /// Threads of the window.
    ///
    /// @param quick reads and writes what is remembered, in order
    /// @param slow copies models and reads the device
    /// @param outer asks the desktop, in order
    public record Threads(UiThread ui, Executor quick, Executor slow, Executor outer) {}

    public static Rooms of(Backstage backstage, Opening opening, Words words, Threads threads) {
        Settings settings = opening.settings().settings();
        Explain explain = new Explain(words);
        TroubleViewModel trouble = new TroubleViewModel(explain);
        Background quick = new Background(threads.quick(), threads.ui(), trouble::storeFailed);
        Background slow = new Background(threads.slow(), threads.ui(), trouble::storeFailed);
        Backstage.Memories memories = backstage.memories();
        Backstage.Minds minds = backstage.minds();
        Backstage.Device device = backstage.device();
        Undo undo = new Undo(threads.ui());
        HistoryViewModel history =
                new HistoryViewModel(
                        new HistoryViewModel.Shelves(
                                memories.conversations(), memories.folders(), memories.tags()),
                        quick,
                        undo,
                        Clock.system(ZoneId.systemDefault()));
        ModelsViewModel models = new ModelsViewModel(minds.models(), minds.use(), slow, explain);
        DownloadsViewModel downloads =
                new DownloadsViewModel(minds.downloads(), slow, new TripText(words, explain));
        CalibrationViewModel calibration =
                new CalibrationViewModel(minds.measuring(), threads.slow(), threads.ui());
        OfflineViewModel offline =
                new OfflineViewModel(backstage.shutter(), memories.settings(), quick);
        BorrowViewModel borrow =
                new BorrowViewModel(
                        new BorrowViewModel.Behind(
                                backstage.far().models(),
                                memories.settings(),
                                backstage.far().trying()),
                        opening.policy().policy(),
                        quick,
                        slow,
                        explain);
        LookViewModel look = new LookViewModel(settings, memories.settings(), quick);
        CacheViewModel cache =
                new CacheViewModel(settings, memories.settings(), minds.keep(), quick);
        ReliefViewModel reliefs = new ReliefViewModel(settings, memories.settings(), quick);
        MannersViewModel manners =
                new MannersViewModel(
                        settings.manners(),
                        memories.settings(),
                        new MannersViewModel.Asking(quick, threads.outer()),
                        device.around(),
                        words);
        ChatViewModel chat =
                new ChatViewModel(
                        backstage.orchestrator(),
                        new ChatViewModel.Stores(
                                memories.conversations(),
                                memories.drafts(),
                                memories.attachments(),
                                memories.ways()),
                        undo,
                        quick,
                        words);
        return new Rooms(
                        chat,
                        new SetupViewModel(
                                memories.templates(),
                                quick,
                                chat::setup,
                                chat::setUp,
                                () ->
                                        minds.models().list().stream()
                                                .filter(it ->
                                                        it.check() instanceof FolderCheck.Sound)
                                                .map(InstalledModel::id)
                                                .toList()),
                        new PromptsViewModel(memories.templates(), quick, words),
                        new TreeViewModel(
                                memories.ways(),
                                memories.conversations(),
                                quick,
                                chat::openId,
                                chat::goTo),
                        new CompareViewModel(memories.conversations(), quick, chat::goTo),
                        history,
                        undo,
                        new SearchViewModel(memories.search(), quick, ZoneId.systemDefault()),
                        models,
                        downloads,
                        new CatalogueViewModel(
                                new Shelf(
                                        minds.models(),
                                        minds.shop(),
                                        minds.anew(),
                                        minds.survey(),
                                        minds.computing()),
                                new Keeping(
                                        minds.models(),
                                        new Keeping.Engine(minds.use(), minds.unload()),
                                        slow,
                                        words),
                                new CatalogueViewModel.Beside(
                                        models, downloads, offline, calibration),
                                slow,
                                words),
                        new DeviceViewModel(device.watching(), threads.ui()),
                        calibration,
                        offline,
                        new SettingsViewModel(
                                new SettingsViewModel.Beside(look, cache, reliefs, manners),
                                settings,
                                memories.settings(),
                                quick,
                                undo,
                                opening.policy()),
                        look,
                        cache,
                        reliefs,
                        new ProtectionViewModel(
                                backstage.safety().protection(), quick, backstage.safety().lock()),
                        new BackupViewModel(
                                backstage.safety().care().backups(), slow, history::refresh),
                        new TrashViewModel(
                                memories.conversations(),
                                opening.policy().policy().retention(),
                                quick,
                                history::refresh),
                        new PastViewModel(memories.past(), slow, explain, history::refresh),
                        new ExportViewModel(
                                memories.past(), opening.policy().policy().export(), slow, words),
                        new PrintViewModel(
                                new PrintViewModel.Behind(
                                        memories.past(),
                                        opening.policy().policy().export(),
                                        device.printers()),
                                slow,
                                words,
                                unprinted -> trouble.tell(List.of(unprinted))),
                        borrow,
                        new LedgerViewModel(
                                new LedgerViewModel.Behind(
                                        memories.conversations(),
                                        backstage.far().ledger(),
                                        backstage.far().models()),
                                opening.policy().policy().export(),
                                slow,
                                words,
                                Clock.system(ZoneId.systemDefault())),
                        WelcomeViewModel.of(
                                settings,
                                opening.policy(),
                                new WelcomeViewModel.Behind(
                                        minds.models(),
                                        backstage.orchestrator(),
                                        minds.computing(),
                                        minds.shop(),
                                        memories.settings(),
                                        quick,
                                        slow),
                                new WelcomeViewModel.Beside(models, downloads, offline, borrow),
                                words),
                        new QuickViewModel(chat::aside, chat::end),
                        manners,
                        trouble)
                .joined();
    }

    /// Fills the rooms; called when the first frame is on the screen.
    public void fill(Backstage backstage, UiThread ui) {
        chat.show(Optional.empty());
        prompts.refresh();
        history.refresh();
        search.begin();
        models.refresh();
        downloads.restore(backstage.minds().models(), backstage.minds().shop());
        device.begin();
        ledger.count();
        borrow.refresh();
        welcome.refresh();
        tellRecovered(backstage.safety().care());
        backstage.minds().feed().attach(ui, models::engineIs);
    }

    private void tellRecovered(Backstage.Care care) {
        care.recovered().ifPresent(done -> trouble.recovered(done, () -> care.seen().accept(done)));
    }

    private Rooms joined() {
        history.onOpen(chat::show);
        search.onOpen(this::open);
        chat.onSaved(this::saved);
        models.status().subscribe(this::modelIs);
        downloads.onHere(_ -> arrived());
        downloads.onUse(models::choose);
        calibration.underWay().addListener((_, _, _) -> welcome.refresh());
        device.now().subscribe(now -> now.ifPresent(welcome::memoryIs));
        ledger.onCounted(counts -> device.answered(new Answers(counts.here(), counts.borrowed())));
        chat.onSettled(this::settled);
        chat.answering().addListener((_, _, goesOn) -> answers(goesOn));
        return this;
    }

    /// Opens the message of such an address; does nothing for another one.
    ///
    /// @return whether it was one
    public boolean open(String address) {
        Optional<MessageLink> link = MessageLink.of(address);
        link.ifPresent(this::follow);
        return link.isPresent();
    }

    private void follow(MessageLink link) {
        history.find(
                link.conversation(),
                link.message(),
                () -> chat.seek(link.message()),
                () -> leadsNowhere(link.address()));
    }

    /// Tells that an address leads to nothing here.
    void leadsNowhere(String address) {
        trouble.linkLeadsNowhere(address);
    }

    private void open(ConversationId conversation, Optional<MessageId> message) {
        history.open(conversation.value());
        message.ifPresent(chat::seek);
    }

    private void settled(Rung rung, Rung.Say say) {
        switch (rung) {
            case SMALL_CACHE ->
                    cache.choose(
                            switch (say) {
                                case UNDO -> CacheChoice.EXACT;
                                case KEEP -> CacheChoice.SMALL;
                            });
            case SMALLER_MODEL -> {
                switch (say) {
                    case UNDO -> reliefs.forbid(Relief.STAND_IN);
                    case KEEP -> models.keepStandIn();
                }
            }
            case LEFT_OUT -> settled(Relief.LEAVE_OUT, say);
            case SHORT_REPLY -> settled(Relief.SHORT_REPLY, say);
        }
    }

    private void settled(Relief relief, Rung.Say say) {
        switch (say) {
            case UNDO -> reliefs.forbid(relief);
            case KEEP -> reliefs.allow(relief);
        }
    }

    private void arrived() {
        models.refresh();
        welcome.refresh();
        catalogue.refreshOpen();
    }

    private void saved(ConversationId conversation) {
        history.begun(conversation, chat.openId());
    }

    /// A question comes before what is measured; what was answered is counted anew.
    private void answers(boolean goesOn) {
        if (goesOn) {
            calibration.stop();
        } else {
            ledger.count();
        }
    }

    private void modelIs(ModelStatus status) {
        chat.modelLoading(status instanceof ModelStatus.Loading);
        if (status instanceof ModelStatus.Ready && !chat.answering().get()) {
            calibration.begin();
        }
        switch (status) {
            case ModelStatus.Ready _, ModelStatus.Unloaded _, ModelStatus.Down _ ->
                    welcome.refresh();
            case ModelStatus.None _, ModelStatus.Loading _, ModelStatus.Answering _ -> {}
        }
    }
}
