package nearside.desktop.start;

import static nearside.desktop.pace.Fx.onFx;
import static nearside.desktop.pace.Fx.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;

import nearside.copilot.catalogue.InForce;
import nearside.desktop.downloads.Shops;
import nearside.hubside.HubContent;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.Turn;
import nearside.storage.Fetching;
import nearside.storage.Message;
import nearside.storage.SettingsFile;
import nearside.storage.ledger.LedgerEvent;
import nearside.storage.policy.Endpoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// A person gets Phi-3 (its shape: two layers) by the one button, in the real window, from a hub on
/// this machine, and is answered by it.
final class GetModelFxTest extends RealWorkerFx {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final long LARGE = 100_000;

    private final HubSide hub;

    GetModelFxTest() throws IOException {
        Path tiny = MODELS.resolve("phi3-tiny-4k");
        hub = HubSide.of(HubContent.of(tiny, Shops.REPOSITORY, Shops.FOLDER, LARGE));
    }

    @Override
    Supplier<InForce> shop() {
        return Shops.of(hub);
    }

    @Override
    void choose(SettingsFile settings) {
        Fetching chosen =
                new Fetching(
                        Optional.of(hub.base().resolve("/")),
                        List.of(Endpoint.serving(hub.storage())),
                        OptionalInt.empty());
        var _ = settings.change(old -> old.with(chosen));
    }

    @AfterEach
    void closeHub() throws IOException {
        hub.close();
    }

    private String text(String id) {
        return onFx(
                () -> robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse(""));
    }

    private String model() {
        return shop().get().offered().getFirst().variant().id();
    }

    /// By the button, and so slow that a person can pause it.
    private void beginSlowly() {
        hub.script(
                HubScript.always(
                        Turn.Kind.STORAGE, new HubFault.Slow(1 << 16, Duration.ofMillis(20))));
        until(() -> text("#welcome-get").startsWith("Get Phi-3 mini"));
        robot.clickOn("#welcome-get");
        until(() -> text("#getting-from").contains("127.0.0.1"));
        robot.clickOn("#getting-get");
        until(() -> text("#download-sentence").contains(" are here"));
    }

    @Test
    void oneButtonThenPausedQuitStartedGoneOnVerifiedAndAnswered() throws Exception {
        beginSlowly();
        robot.clickOn("#download-pause");
        until(() -> text("#download-sentence").contains("Paused"));
        until(() -> onFx(() -> robot.lookup("#download-go-on").query().isFocused()));
        assertFalse(Files.exists(folder.resolve("models").resolve(model())));

        close();
        open();
        until(() -> text("#download-sentence").contains("Paused"));
        hub.script(HubScript.none());
        robot.clickOn("#download-go-on");
        until(() -> text("#download-sentence").contains("whole and verified"));
        assertTrue(Files.exists(folder.resolve("models").resolve(model())));
        robot.clickOn("#download-use");
        until(() -> text("#model").contains(model()));

        ask("Hello");
        until(() -> kept().getLast().state() == Message.State.DONE);
        assertEquals(Optional.of(model()), kept().getLast().facts().map(Message.Facts::model));
        assertTrue(
                profile.ledger().rows().stream()
                        .anyMatch(row ->
                                row.event() instanceof LedgerEvent.Began began
                                        && began.purpose().equals("DOWNLOAD")));
    }

    @Test
    void whatIsGivenUpLeavesNothing() throws Exception {
        beginSlowly();
        robot.clickOn("#download-give-up");
        until(() -> !shows("#download-sentence"));
        assertFalse(Files.exists(folder.resolve("models/.fetch-" + model())));
    }
}
