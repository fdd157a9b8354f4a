package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import nearside.copilot.catalogue.CatalogueFault;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.Shop;
import nearside.desktop.downloads.Shops;
import nearside.engine.local.EngineState;
import nearside.hubside.HubContent;
import nearside.hubside.HubSide;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The page of models: what is here and what may be got, with a hub on this machine.
final class ModelsPageFxTest extends WindowFx {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String PHI = "phi-3-mini-4k-cpu-int4";

    private final HubContent published;
    private final HubSide hub;
    private final Shop own = Shops.own();
    private volatile Supplier<InForce> shop = own;

    ModelsPageFxTest() throws IOException {
        published =
                HubContent.of(
                        MODELS.resolve("phi3-tiny-4k"), Shops.REPOSITORY, Shops.FOLDER, 100_000);
        hub = HubSide.of(published);
    }

    @Override
    Opened opened() {
        return Opened.on(stage, profile, () -> shop.get());
    }

    @BeforeEach
    void nothingIsLoaded() {
        feed(new EngineState.Ready(STARTER));
    }

    @AfterEach
    void closeHub() throws IOException {
        hub.close();
    }

    private void openPage() {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        until(() -> shows("#switcher-field"));
        robot.write("models").type(KeyCode.ENTER);
        until(() -> shows("#models-title") && !ids().isEmpty());
    }

    private List<String> ids() {
        return onFx(() ->
                robot.lookup(".models-row").queryAll().stream()
                        .filter(this::seen)
                        .map(row -> row.getId().replace("model-row-", ""))
                        .toList());
    }

    private String row(String model, String id) {
        return onFx(() ->
                robot.lookup("#model-row-" + model).queryAll().stream()
                        .flatMap(row -> row.lookupAll(id).stream())
                        .filter(this::seen)
                        .map(ModelsPageFxTest::text)
                        .findFirst()
                        .orElse(""));
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            default -> "";
        };
    }

    /// Wherever the page is scrolled to.
    private void press(String model, String id) {
        until(() -> !row(model, id).isEmpty());
        onFx(() -> {
            robot.lookup("#model-row-" + model).queryAll().stream()
                    .flatMap(row -> row.lookupAll(id).stream())
                    .filter(this::seen)
                    .map(ButtonBase.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    private void choose(String id, int index) {
        onFx(() -> {
            robot.lookup(id).queryAs(ComboBox.class).getSelectionModel().select(index);
            return true;
        });
    }

    private String label(String id) {
        return onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private void get() {
        shop = Shops.of(hub);
        openPage();
        press(PHI, "#models-get");
        until(() -> Files.isDirectory(profile.resolve("models").resolve(PHI)));
        until(() -> row(PHI, ".models-standing").equals("on this device"));
    }

    @Test
    void allThatIsHereAndMayBeGotIsJudgedAndOneIsRecommended() {
        openPage();
        assertEquals(STARTER, ids().getFirst());
        assertEquals(
                own.get().offered().stream().map(it -> it.variant().id()).toList(),
                ids().subList(1, ids().size()));
        assertEquals("runs well", row(PHI, ".models-badge"));
        assertEquals("does not fit", row("phi-3-medium-4k-cpu-int4", ".models-badge"));
        assertTrue(label("#models-advice").contains("Phi-3 mini"), label("#models-advice"));
        assertEquals("in use", row(STARTER, ".models-standing"));
        assertTrue(
                label("#models-room").startsWith("Models on this device: 1."),
                label("#models-room"));
        until(() -> !label("#models-machine").isBlank());
    }

    @Test
    void wordsAndChoicesLeaveOnlyWhatIsLikeThem() {
        openPage();
        robot.clickOn("#models-find").write("apache german");
        until(() -> ids().isEmpty() && shows("#models-none"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write("apache");
        until(() -> ids().equals(List.of("mistral-7b-v0.2-cpu-int4")));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.type(KeyCode.BACK_SPACE);
        choose("#models-made", 2);
        until(() -> ids().stream().allMatch(id -> id.contains("directml")) && !ids().isEmpty());
        until(() ->
                text("#models-why").startsWith("Made for DIRECTML, which this device does not"));
        choose("#models-made", 0);
        choose("#models-which", 1);
        until(() -> ids().equals(List.of(STARTER)));
        choose("#models-which", 2);
        until(() -> ids().contains(PHI) && !ids().contains("phi-3-medium-4k-cpu-int4"));
    }

    @Test
    void longerConversationsAreJudgedAnew() {
        openPage();
        choose("#models-length", 2);
        until(() -> row(PHI, ".models-badge").equals("tight"));
        assertTrue(row(PHI, "#models-why").contains("sees less"), row(PHI, "#models-why"));
    }

    @Test
    void theCardSaysWhatIsKnownAndWhereItComesFrom() {
        openPage();
        press(PHI, "#models-details");
        until(() -> !row(PHI, "#models-page").isEmpty());
        List<String> facts =
                onFx(() ->
                        robot.lookup("#model-row-" + PHI).queryAll().stream()
                                .flatMap(row -> row.lookupAll("#models-fact").stream())
                                .map(ModelsPageFxTest::text)
                                .toList());
        assertTrue(facts.stream().anyMatch(it -> it.contains("4,096 tokens")), facts::toString);
        assertTrue(facts.stream().anyMatch(it -> it.contains("English")), facts::toString);
        assertTrue(facts.stream().anyMatch(it -> it.contains("huggingface.co")), facts::toString);
        press(PHI, "#models-licence");
        until(() -> opened.shown().stream().anyMatch(it -> it.contains("MIT")));
    }

    @Test
    void aModelIsGotCheckedUsedAndRemoved() throws IOException {
        get();
        press(PHI, "#models-details");
        until(() -> row(PHI, "#models-files").contains("SHA-256"));
        press(PHI, "#models-check");
        until(() -> row(PHI, "#models-said").contains("as they were published"));
        Path onnx;
        try (Stream<Path> files = Files.list(profile.resolve("models").resolve(PHI))) {
            onnx = files.filter(it -> it.toString().endsWith(".onnx")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(onnx);
        bytes[bytes.length / 2] ^= 1;
        Files.write(onnx, bytes);
        press(PHI, "#models-check");
        until(() -> row(PHI, "#models-said").contains(onnx.getFileName() + " of"));

        press(PHI, "#models-use");
        until(() -> row(PHI, ".models-standing").startsWith("in use"));
        press(PHI, "#models-remove");
        press(PHI, "#models-keep");
        until(() -> row(PHI, "#models-keep").isEmpty());
        assertTrue(Files.isDirectory(profile.resolve("models").resolve(PHI)));
        press(PHI, "#models-remove");
        press(PHI, "#models-remove-sure");
        until(() -> !Files.exists(profile.resolve("models").resolve(PHI)));
        until(() -> row(STARTER, ".models-standing").startsWith("in use"));
        assertEquals(STARTER, onFx(() -> opened.used().getLast().id()));
        until(() -> !row(PHI, "#models-get").isEmpty());
    }

    @Test
    void aNewerRevisionIsOfferedAndTakesThePlaceOfTheOldOne() throws IOException {
        get();
        Path source = profile.resolve("models").resolve(PHI).resolve("nearside.source");
        assertTrue(Files.readString(source).contains(" owner/tiny main "));
        robot.type(KeyCode.ESCAPE);
        shop = Shops.of(hub, published.commit());
        openPage();
        until(() -> row(PHI, ".models-standing").equals("a newer revision is there"));
        press(PHI, "#models-update");
        until(() -> row(PHI, ".models-standing").equals("on this device"));
        assertTrue(Files.readString(source).contains(" owner/tiny " + published.commit() + " "));
        assertEquals(List.of(STARTER, PHI), ids());
    }

    @Test
    void whatWasBegunAndIsNotOfferedAnyMoreCanBeThrownAway() throws IOException {
        Path begun = profile.resolve("models").resolve(".fetch-withdrawn");
        Files.createDirectories(begun.resolve("parts"));
        Files.write(begun.resolve("parts").resolve("model.onnx.part"), new byte[5 << 20]);
        openPage();
        assertEquals(List.of(STARTER, "withdrawn"), ids().subList(0, 2));
        press("withdrawn", "#models-discard");
        until(() -> !ids().contains("withdrawn"));
        assertFalse(Files.exists(begun));
    }

    @Test
    void theCatalogueIsReadAnewWhenAPersonWantsIt() {
        openPage();
        assertEquals(0, opened.readAnew());
        shop = Shops.of(hub);
        onFx(() -> {
            robot.lookup("#models-anew").queryButton().fire();
            return true;
        });
        until(() -> ids().equals(List.of(STARTER, PHI)));
        assertEquals(1, opened.readAnew());
    }

    @Test
    void memoryIsGivenBackAndTakenAgain() {
        openPage();
        press(STARTER, "#models-details");
        press(STARTER, "#models-unload");
        until(() -> opened.unloaded() == 1);
        feed(new EngineState.Unloaded(STARTER));
        until(() -> row(STARTER, ".models-standing").equals("in use, resting"));
        press(STARTER, "#models-load");
        until(() -> opened.used().stream().anyMatch(it -> it.id().equals(STARTER)));
    }

    @Test
    void aCatalogueThatIsNotSoundOffersNothingAndSaysWhy() {
        shop = () -> new InForce.Nothing(new CatalogueFault.BadSignature());
        openPage();
        assertEquals(List.of(STARTER), ids());
        until(() -> shows("#trouble-title") || shows(".trouble-title"));
        assertFalse(label("#models-advice").isBlank());
    }
}
