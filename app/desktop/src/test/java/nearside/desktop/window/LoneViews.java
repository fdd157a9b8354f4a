package nearside.desktop.window;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import nearside.copilot.borrow.Lender;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.downloads.Getting;
import nearside.copilot.models.Models;
import nearside.desktop.consent.SampleOffer;
import nearside.desktop.consent.SheetText;
import nearside.desktop.consent.SheetView;
import nearside.desktop.consent.SheetViewModel;
import nearside.desktop.device.CalibrationBar;
import nearside.desktop.device.CalibrationViewModel;
import nearside.desktop.downloads.DownloadsView;
import nearside.desktop.downloads.DownloadsViewModel;
import nearside.desktop.downloads.Shops;
import nearside.desktop.downloads.TripText;
import nearside.desktop.models.ImportView;
import nearside.desktop.models.ModelsViewModel;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.FxThread;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.past.ExportViewModel;
import nearside.desktop.past.ExportViewModel.Target;
import nearside.desktop.past.NoteBar;
import nearside.desktop.past.PageFormat;
import nearside.desktop.past.PastView;
import nearside.desktop.past.PastViewModel;
import nearside.desktop.protection.UnlockView;
import nearside.desktop.protection.UnlockViewModel;
import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.Lock;
import nearside.storage.ModelShelf;
import nearside.storage.Profile;
import nearside.storage.SettingsFile;
import nearside.storage.StorageFailure;
import nearside.storage.policy.Policy.Export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The views that the window over a scripted engine does not come to, each in a window of its own.
///
/// @param folder of a profile
record LoneViews(Path folder) {
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    /// On the UI thread.
    void show(Walk walk) {
        unlocking(walk);
        consent(walk);
        measuring(walk);
        bringingIn(walk);
        fetching(walk);
        try (Profile profile = Profile.open(folder.resolve("lone"))) {
            past(walk, profile);
        }
    }

    private void unlocking(Walk walk) {
        UnlockViewModel unlock = new UnlockViewModel(Lock.PASSPHRASE_NEEDED, _ -> {});
        StorageFailure.Locked locked = new StorageFailure.Locked(folder, Lock.PASSPHRASE_NEEDED);
        UnlockView view = new UnlockView(unlock, WORDS, () -> new Explain(WORDS).of(locked));
        Stage stage = shown(view);
        walk.by("unlocking", Reached.in(view));
        unlock.askOtherwise();
        walk.by("unlocking by the code", Reached.in(view));
        stage.close();
    }

    private void fetching(Walk walk) {
        Models models = new Models(folder, new ModelShelf(folder), new SettingsFile(folder));
        Background here = new Background(Runnable::run, new FxThread(), _ -> {});
        Downloads begun = new Downloads(models, (_, _) -> new Downloads.Way.Shut("alone"));
        Getting.of(Shops.own().get().offered().getFirst()).ifPresent(begun::left);
        DownloadsViewModel downloads =
                new DownloadsViewModel(begun, here, new TripText(WORDS, new Explain(WORDS)));
        DownloadsView view = new DownloadsView(downloads, WORDS);
        downloads.show();
        Stage stage = shown(view);
        walk.by("fetching", Reached.in(view));
        stage.close();
    }

    private void consent(Walk walk) {
        SheetViewModel consent = new SheetViewModel(new SheetText(WORDS));
        consent.ask(SampleOffer.asking(Lender.Whose.CLOUD), _ -> {});
        SheetView view = new SheetView(consent, WORDS);
        Stage stage = shown(view);
        walk.by("consent", Reached.in(view));
        Node exact = view.lookup("#consent-exact");
        exact.setVisible(true);
        walk.by("consent with the exact text", Reached.in(view));
        stage.close();
    }

    /// It stands there while it is measured.
    private static void measuring(Walk walk) {
        HeldThread ui = new HeldThread();
        List<CalibrationBar> bars = new ArrayList<>();
        CalibrationViewModel calibration =
                new CalibrationViewModel(
                        (_, begins, _) -> {
                            begins.run();
                            ui.run();
                            walk.by("measuring", Reached.in(bars.getFirst()));
                            return 0;
                        },
                        Runnable::run,
                        ui);
        bars.add(new CalibrationBar(calibration, WORDS));
        Stage stage = shown(bars.getFirst());
        calibration.begin();
        stage.close();
    }

    private void bringingIn(Walk walk) {
        HeldThread ui = new HeldThread();
        Path starter = Path.of(System.getProperty("nearside.models"), "smollm2-135m-instruct-int4");
        ModelsViewModel models =
                new ModelsViewModel(
                        new Models(starter, new ModelShelf(folder), new SettingsFile(folder)),
                        _ -> {},
                        new Background(Runnable::run, ui, _ -> {}),
                        new Explain(WORDS));
        ImportView view = new ImportView(models, WORDS);
        models.bringIn(folder);
        ui.run();
        Stage stage = shown(view);
        walk.by("a model that is refused", Reached.in(view));
        stage.close();
    }

    private void past(Walk walk, Profile profile) {
        HeldThread ui = new HeldThread();
        Background background = new Background(Runnable::run, ui, _ -> {});
        PastViewModel past =
                new PastViewModel(profile.past(), background, new Explain(WORDS), () -> {});
        ExportViewModel export =
                new ExportViewModel(profile.past(), Export.ALLOWED, background, WORDS);
        VBox view = new VBox(new PastView(past, WORDS), new NoteBar(export));
        Stage stage = shown(view);
        past.choose(List.of(folder.resolve("absent.json")));
        String kept = profile.journal().begin(Optional.empty(), "Tides").conversation().value();
        Target target = new Target(folder.resolve("tides.md"), PageFormat.MARKDOWN);
        export.export(kept, _ -> Optional.of(target));
        ui.run();
        view.applyCss();
        view.layout();
        walk.by("files that were refused", Reached.in(view));
        stage.close();
    }

    private static Stage shown(Parent view) {
        Scene scene = new Scene(view, 700, 600);
        Look.dress(scene, Dress.of(Shade.LIGHT));
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }
}
