package nearside.desktop.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.copilot.models.ImportOutcome;
import nearside.copilot.models.Manner;
import nearside.copilot.models.Models;
import nearside.copilot.outside.FormatKind;
import nearside.copilot.outside.Outside;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.EngineFailure;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

final class ModelsViewModelTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String TINY = "phi3-tiny-4k";

    @TempDir Path profile;
    @TempDir Path elsewhere;
    private final HeldThread ui = new HeldThread();
    private final Words words = Words.of(Locale.ENGLISH);
    private final Explain explain = new Explain(words);
    private final List<String> used = new ArrayList<>();
    private ModelsViewModel models;

    @BeforeEach
    void open() {
        Models real =
                new Models(
                        MODELS.resolve(STARTER),
                        new ModelShelf(profile),
                        new SettingsFile(profile));
        Background background = new Background(Runnable::run, ui, _ -> {});
        models = new ModelsViewModel(real, this::use, background, explain);
    }

    private void use(ModelFolder folder) {
        used.add(folder.id());
    }

    private void refresh() {
        models.refresh();
        ui.run();
    }

    private static ModelChoice sound(String id, ModelChoice.Kind kind, ModelChoice.InUse inUse) {
        return new ModelChoice(id, kind, inUse, Optional.empty());
    }

    @Test
    void theStarterIsThereAndInUse() {
        refresh();
        assertEquals(
                List.of(sound(STARTER, ModelChoice.Kind.STARTER, ModelChoice.InUse.YES)),
                models.choices());
    }

    @Test
    void anImportedFolderIsCopiedAndUsed() {
        models.bringIn(MODELS.resolve(TINY));
        assertEquals(new ImportState.Copying(TINY), models.importing().get());
        ui.run();
        assertEquals(new ImportState.Done(TINY), models.importing().get());
        assertEquals(List.of(TINY), used);
        assertEquals(
                List.of(
                        sound(STARTER, ModelChoice.Kind.STARTER, ModelChoice.InUse.NO),
                        sound(TINY, ModelChoice.Kind.IMPORTED, ModelChoice.InUse.YES)),
                models.choices());
    }

    @Test
    void theChoiceIsKept() {
        models.bringIn(MODELS.resolve(TINY));
        ui.run();
        models.choose(models.choices().getFirst());
        ui.run();
        assertEquals(List.of(TINY, STARTER), used);
        assertEquals(ModelChoice.InUse.YES, models.choices().getFirst().inUse());
    }

    @Test
    void aFlawedFolderIsRefusedWithItsReason() {
        models.bringIn(elsewhere.resolve("nothing"));
        ui.run();
        assertEquals(
                new ImportState.Refused(explain.of(new FolderFlaw.NotAFolder())),
                models.importing().get());
        assertEquals(List.of(), used);
        models.dismiss();
        assertInstanceOf(ImportState.Idle.class, models.importing().get());
    }

    @Test
    void whatIsNoModelFolderIsRefusedWithWhatIsNeeded() throws IOException {
        models.bringIn(Files.writeString(elsewhere.resolve("m.gguf"), "GGUF"));
        ui.run();
        assertEquals(
                new ImportState.Refused(
                        explain.of(
                                new ImportOutcome.NoModel(
                                        new Outside.OtherFormat(FormatKind.GGUF)))),
                models.importing().get());
    }

    @Test
    void aZipArchiveOfAFolderIsUnpackedAndUsed() throws IOException {
        Path zip = elsewhere.resolve("tiny.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.list(MODELS.resolve(TINY))) {
            for (Path file : files.toList()) {
                out.putNextEntry(new ZipEntry(TINY + "/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        models.bringIn(zip);
        assertEquals(new ImportState.Copying("tiny.zip"), models.importing().get());
        ui.run();
        assertEquals(new ImportState.Done(TINY), models.importing().get());
        assertEquals(List.of(TINY), used);
    }

    @Test
    void aModelInItsOwnPlaceIsShownAsSuch() throws IOException {
        var _ =
                new Models(
                                MODELS.resolve(STARTER),
                                new ModelShelf(profile),
                                new SettingsFile(profile))
                        .bringIn(MODELS.resolve(TINY), Manner.IN_PLACE);
        refresh();
        assertEquals(
                sound(TINY, ModelChoice.Kind.IN_PLACE, ModelChoice.InUse.NO),
                models.choices().getLast());
    }

    @Test
    void aModelDamagedLaterIsListedWithItsFlaw() throws IOException {
        models.bringIn(MODELS.resolve(TINY));
        ui.run();
        Files.delete(profile.resolve("models").resolve(TINY).resolve("genai_config.json"));
        refresh();
        assertEquals(
                Optional.of(explain.of(new FolderFlaw.Missing("genai_config.json"))),
                models.choices().getLast().flaw());
        assertEquals(ModelChoice.InUse.YES, models.choices().getFirst().inUse());
    }

    @Test
    void everyStateOfTheEngineIsShown() {
        EngineFailure died = new EngineFailure.WorkerDied(EngineFailure.Stage.WRITE, 137);
        StatusText text = new StatusText(words);
        assertEquals("No model", shown(text, new EngineState.Empty()));
        assertEquals("m · loading", shown(text, new EngineState.Loading("m")));
        assertEquals("m · ready", shown(text, new EngineState.Ready("m")));
        assertEquals("m · answering", shown(text, new EngineState.Answering("m", 0)));
        assertEquals("m · 11.4 tokens/s", shown(text, new EngineState.Answering("m", 11.4)));
        assertEquals(
                "m · resting, loads with the next question",
                shown(text, new EngineState.Unloaded("m")));
        assertEquals("m · not running", shown(text, new EngineState.Down("m", died)));
        assertEquals(new ModelStatus.Down("m", explain.of(died)), models.status().get());
    }

    private String shown(StatusText text, EngineState state) {
        models.engineIs(state);
        return text.of(models.status().get());
    }

    @Test
    void theFeedTellsTheLatestStateOncePerFrameAndThePresentOneFirst() {
        EngineFeed feed = new EngineFeed();
        List<EngineState> heard = new ArrayList<>();
        feed.accept(new EngineState.Loading("m"));
        feed.attach(ui, heard::add);
        ui.run();
        feed.accept(new EngineState.Ready("m"));
        feed.accept(new EngineState.Answering("m", 3));
        ui.run();
        assertEquals(
                List.of(new EngineState.Loading("m"), new EngineState.Answering("m", 3)), heard);
    }
}
