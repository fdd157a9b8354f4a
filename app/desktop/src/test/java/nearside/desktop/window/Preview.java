package nearside.desktop.window;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;

import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Trial;
import nearside.copilot.device.Speeds;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.ModelInUse;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Situation;
import nearside.desktop.chat.SampleRows;
import nearside.desktop.consent.SampleOffer;
import nearside.desktop.device.PlayedDevice;
import nearside.desktop.downloads.Shops;
import nearside.desktop.history.HistoryItem;
import nearside.desktop.manners.Surroundings;
import nearside.desktop.models.EngineFeed;
import nearside.desktop.models.ModelChoice;
import nearside.desktop.offline.Shutter;
import nearside.desktop.offline.Standing;
import nearside.desktop.pace.FxThread;
import nearside.desktop.print.CupsPrinters;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Motion;
import nearside.desktop.theme.Shade;
import nearside.desktop.theme.TextSize;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.desktop.words.Words;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.device.Power;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.engine.pack.RuntimeNow;
import nearside.storage.Journal;
import nearside.storage.Measures;
import nearside.storage.ModelShelf;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.policy.PolicyState;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Shows the window with invented values, to look at it.
///
/// Arguments: a shade (`CONTRAST_DARK`), a language (`ar` turns the window), a width, `start`,
/// `talk`, `search`, `consent` or the id of a menu to open, and the size of letters in per cent.
public final class Preview extends Application {
    private static final Memory NO_MEMORY = new Memory(1, 1);

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        Words words = Words.of(Locale.forLanguageTag(arguments.get(1)));
        Look.loadFonts();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "nearside-preview");
        Rooms rooms = rooms(words, Profile.open(folder));
        Scene scene = scene(rooms, words, Double.parseDouble(arguments.get(2)));
        Look.dress(
                scene,
                dress(
                        Shade.valueOf(arguments.get(0)),
                        Integer.parseInt(arguments.get(4)),
                        Motion.USUAL,
                        words));
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        fill(rooms, words, arguments.get(3), Instant.now());
        if (scene.lookup("#" + arguments.get(3)) instanceof MenuButton menu) {
            menu.show();
        }
    }

    static Scene scene(Rooms rooms, Words words, double width) {
        return new Scene(
                new ShellView(
                        rooms,
                        new SwitcherViewModel(List::of),
                        new SwitcherViewModel(List::of),
                        words,
                        new LastItems(
                                () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                () -> {},
                                new LastItems.Far(() -> {}, () -> {}),
                                new LastItems.First(() -> {}, () -> {}, () -> {}))),
                width,
                780);
    }

    static Dress dress(Shade shade, int percent, Motion motion, Words words) {
        return new Dress(
                shade,
                new TextSize(percent),
                motion,
                Dress.of(Settings.DEFAULT.appearance(), words.locale()).side());
    }

    /// @param now when the newest conversation was gone on with
    static void fill(Rooms rooms, Words words, String what, Instant now) {
        rooms.device().begin();
        rooms.models().engineIs(new EngineState.Ready("smollm2-135m-instruct-int4"));
        rooms.models()
                .choices()
                .setAll(
                        new ModelChoice(
                                "smollm2-135m-instruct-int4",
                                ModelChoice.Kind.STARTER,
                                ModelChoice.InUse.YES,
                                Optional.empty()),
                        new ModelChoice(
                                "phi3-mini-4k",
                                ModelChoice.Kind.IMPORTED,
                                ModelChoice.InUse.NO,
                                Optional.empty()));
        if (what.equals("search")) {
            rooms.search().typed().set("moon \"the night\"");
        }
        if (what.equals("consent")) {
            rooms.chat().consent().ask(SampleOffer.asking(Lender.Whose.CLOUD), _ -> {});
        }
        if (!what.equals("start")) {
            rooms.history().items().setAll(items(now));
            rooms.history().open("1");
            rooms.chat().open().get().rows().addAll(SampleRows.all(words));
        }
    }

    private static List<HistoryItem> items(Instant now) {
        return List.of(
                item("1", "What is a moon?", now, Optional.of(HistoryItem.Age.TODAY)),
                item("2", "旅行计划：京都三天", now, Optional.empty()),
                item(
                        "3",
                        "Why is the write-ahead log faster than the other",
                        now,
                        Optional.empty()),
                item(
                        "4",
                        "Letter to the landlord",
                        now.minus(Duration.ofDays(2)),
                        Optional.of(HistoryItem.Age.THIS_WEEK)),
                item(
                        "5",
                        "Notes on Phi-3",
                        now.minus(Duration.ofDays(30)),
                        Optional.of(HistoryItem.Age.EARLIER)));
    }

    private static HistoryItem item(
            String id, String title, Instant changed, Optional<HistoryItem.Age> opens) {
        return new HistoryItem(id, title, changed, HistoryItem.Pin.LOOSE, opens);
    }

    static Rooms rooms(Words words, Profile profile) {
        Path folder = profile.folder();
        Orchestrator nobody =
                new Orchestrator(
                        new Orchestrator.Device(
                                new Silent(),
                                noModel(),
                                () -> NO_MEMORY,
                                new Speeds(new Measures(folder)),
                                () -> Situation.Pace.USUAL_PATIENCE),
                        Optional.empty());
        told(profile.journal());
        SettingsFile settings = new SettingsFile(folder);
        Models models =
                new Models(
                        Path.of("models", "smollm2-135m-instruct-int4"),
                        new ModelShelf(folder),
                        settings);
        Backstage backstage =
                new Backstage(
                        nobody,
                        Backstage.Memories.of(profile, settings),
                        new Backstage.Safety(
                                profile.protection(), () -> {}, Backstage.Care.of(profile)),
                        new Backstage.Minds(
                                models,
                                _ -> {},
                                () -> {},
                                _ -> {},
                                new EngineFeed(),
                                (_, _, _) -> 0,
                                new Computing(List::of, _ -> List.of(), () -> RuntimeNow.UNKNOWN),
                                Shops.own(),
                                () -> {},
                                PlayedSurvey.of(models),
                                new Downloads(
                                        models, (_, _) -> new Downloads.Way.Shut("a preview"))),
                        Backstage.Far.of(profile, (_, _) -> new Trial.Outcome.NoDoor("a preview")),
                        new Backstage.Device(
                                new PlayedDevice(
                                        new Memory(9_800_000_000L, 17_179_869_184L), Power.MAINS),
                                Path.of("."),
                                _ -> {},
                                new CupsPrinters(Map.of()),
                                Surroundings.NONE),
                        new Shutter(
                                new Standing.LocalFirst(),
                                wish -> new Standing.Offline(new Standing.Enforcer.Sealed(), wish),
                                () -> Shutter.Back.OPEN));
        return Rooms.of(
                backstage,
                new Opening(settings.open(), new PolicyState.None()),
                words,
                new Rooms.Threads(new FxThread(), Runnable::run, Runnable::run, Runnable::run));
    }

    /// Something to be found.
    private static void told(Journal journal) {
        journal.begin(Optional.empty(), "Which moons can be seen in the night by the naked eye?");
        journal.begin(
                Optional.empty(),
                "Please correct my text. "
                        + "It was the longest winter that anybody could remember. ".repeat(3)
                        + "In the night the moon stood over the hills, and nobody slept. "
                        + "So it went on. ".repeat(20));
        journal.begin(Optional.empty(), "月亮 moon 为什么 in the night 会发光？");
    }

    private static ModelInUse noModel() {
        return new ModelInUse((_, _) -> {}, EngineState.Empty::new, () -> NO_MEMORY);
    }

    private record Silent() implements Engine {
        @Override
        public Reply answer(Prompt prompt) {
            throw new IllegalStateException("nobody answers in a preview");
        }

        @Override
        public OptionalInt count(String text) {
            return OptionalInt.empty();
        }
    }
}
