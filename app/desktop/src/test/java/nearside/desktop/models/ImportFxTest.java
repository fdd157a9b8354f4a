package nearside.desktop.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import nearside.copilot.models.Manner;
import nearside.copilot.models.Models;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.Fx;
import nearside.desktop.pace.FxHand;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.spoken.MenuLine;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The menu that brings models in, and what is said below it.
@ExtendWith(ApplicationExtension.class)
final class ImportFxTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    @TempDir Path profile;
    @TempDir Path elsewhere;
    private final FxHand robot = new FxHand();
    private final HeldThread ui = new HeldThread();
    private Models real;
    private ModelsViewModel models;
    private ModelMenu menu;
    private Stage stage;

    @BeforeEach
    void open() throws TimeoutException {
        real =
                new Models(
                        MODELS.resolve("smollm2-135m-instruct-int4"),
                        new ModelShelf(profile),
                        new SettingsFile(profile));
        Background background = new Background(Runnable::run, ui, _ -> {});
        models = new ModelsViewModel(real, _ -> {}, background, new Explain(WORDS));
        stage = FxToolkit.registerStage(Stage::new);
        menu =
                Fx.onFx(() -> {
                    ModelMenu shown = new ModelMenu(models, () -> {}, WORDS);
                    stage.setScene(
                            new Scene(new VBox(shown, new ImportView(models, WORDS)), 900, 500));
                    stage.show();
                    return shown;
                });
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private void bringIn(Path source) {
        Fx.run(() -> {
            models.bringIn(source);
            ui.run();
        });
    }

    private List<String> said() {
        return robot.lookup("#import .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static String line(MenuItem item) {
        return item.getGraphic() instanceof MenuLine line
                ? String.valueOf(line.getAccessibleText())
                : "";
    }

    @Test
    void foldersAndArchivesHaveAnItemEach() {
        List<String> ids = menu.getItems().stream().map(item -> item.getId()).toList();
        assertEquals(1, ids.indexOf("import-zip") - ids.indexOf("import-model"));
    }

    @Test
    void aModelInItsOwnPlaceSaysSo() throws IOException {
        var _ = real.bringIn(MODELS.resolve("phi3-tiny-4k"), Manner.IN_PLACE);
        Fx.run(() -> {
            models.refresh();
            ui.run();
        });
        MenuItem item =
                menu.getItems().stream()
                        .filter(it -> "model-phi3-tiny-4k".equals(it.getId()))
                        .findFirst()
                        .orElseThrow();
        assertTrue(line(item).contains("Used where it lies"), line(item));
    }

    @Test
    void aHostileArchiveIsRefusedWithItsReason() throws IOException {
        Path zip = elsewhere.resolve("m.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../genai_config.json"));
        }
        bringIn(zip);
        assertTrue(
                said().contains("The zip archive holds a name that no model has"),
                said().toString());
        robot.clickOn("#close-import");
        assertEquals(List.of(), said());
        assertFalse(Files.exists(profile.resolve("models")));
    }

    @Test
    void anotherFormIsRefusedWithWhatIsNeeded() throws IOException {
        bringIn(Files.writeString(elsewhere.resolve("m.gguf"), "GGUF"));
        assertTrue(
                said().stream().anyMatch(line -> line.contains("onnxruntime_genai.models.builder")),
                said().toString());
    }
}
