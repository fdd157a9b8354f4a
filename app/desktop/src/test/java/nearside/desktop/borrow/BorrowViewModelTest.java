package nearside.desktop.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Door;
import nearside.copilot.borrow.Rules;
import nearside.copilot.borrow.Trial;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.farside.Play;
import nearside.storage.Profile;
import nearside.storage.Settings.Mode;
import nearside.storage.SettingsFile;
import nearside.storage.ledger.LedgerEvent.Began;
import nearside.storage.policy.Policy;
import nearside.twologs.TwoLogs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Far models are set up, put in order and tried, over a real profile and real sockets.
final class BorrowViewModelTest {
    private static final Play YES =
            (_, wire) ->
                    wire.stream()
                            .body(Completion.text("Yes") + Completion.finish("stop"))
                            .body(Completion.DONE)
                            .end();

    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private Profile profile;
    private SettingsFile settings;
    private Door door;
    private BorrowViewModel borrow;

    @BeforeEach
    void open() throws IOException {
        profile = Profile.open(folder);
        settings = new SettingsFile(folder);
        door =
                Door.by(
                        Route.SYSTEM,
                        Limits.USUAL,
                        profile.ledger(),
                        () -> new Rules(settings.read().borrowing(), Policy.OPEN));
        borrow = under(Policy.OPEN);
    }

    @AfterEach
    void close() {
        door.close();
        profile.close();
    }

    private BorrowViewModel under(Policy policy) {
        Background background =
                new Background(
                        task -> Thread.ofVirtual().start(task),
                        ui,
                        failure -> {
                            throw new AssertionError(failure);
                        });
        Background ordered = new Background(Runnable::run, ui, background.onFailure());
        return new BorrowViewModel(
                new BorrowViewModel.Behind(profile.farModels(), settings, new Trial(door)::run),
                policy,
                ordered,
                background,
                new Explain(Words.of(Locale.ENGLISH)));
    }

    private void add(String name, URI address) {
        borrow.add();
        FarFormViewModel form = borrow.form();
        form.take(Preset.OTHER);
        form.name.set(name);
        form.address.set(address.toString());
        form.model.set("far-1");
        form.key.set("sk-" + name);
        form.window.set("8000");
        borrow.keep();
        ui.run();
    }

    private List<String> names() {
        return borrow.rows().stream().map(it -> it.model().name()).toList();
    }

    @Test
    void theyAreAddedChangedMovedAndRemoved() {
        URI far = URI.create("https://far.example/v1");
        add("one", far);
        add("two", far);
        assertEquals(List.of("one", "two"), names());
        assertFalse(borrow.form().open().get());
        borrow.up(borrow.rows().get(1));
        ui.run();
        assertEquals(List.of("two", "one"), names());
        borrow.edit(borrow.rows().getFirst());
        ui.run();
        borrow.form().name.set("zwei");
        borrow.keep();
        ui.run();
        assertEquals(List.of("zwei", "one"), names());
        assertTrue(borrow.rows().getFirst().model().key().isPresent());
        borrow.down(borrow.rows().getFirst());
        borrow.remove(borrow.rows().getFirst());
        ui.run();
        assertEquals(List.of("one"), names());
        borrow.refresh();
        ui.run();
        assertEquals(List.of("one"), names());
    }

    @Test
    void whatCannotBeKeptStaysInTheForm() {
        borrow.add();
        borrow.keep();
        ui.run();
        assertTrue(borrow.form().open().get());
        assertEquals(List.of(), profile.farModels().all());
    }

    @Test
    void aTrialThatWorksSaysSoAndStandsInTheLedger() throws Exception {
        try (FarSide far = FarSide.plain(YES)) {
            add("one", far.base());
            borrow.tryIt(borrow.rows().getFirst());
            assertEquals(new Told.Trying("one"), borrow.told().get());
            ui.runUntil(() -> !(borrow.told().get() instanceof Told.Trying));
            assertEquals("Yes", assertInstanceOf(Told.Worked.class, borrow.told().get()).words());
            assertEquals(
                    Optional.of("Bearer sk-one"), far.asked().getFirst().header("Authorization"));
            Began began = assertInstanceOf(Began.class, profile.ledger().rows().getFirst().event());
            assertEquals("TRIAL", began.purpose());
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
        }
    }

    @Test
    void aRefusedKeyIsSaidWithWhatToDo() throws Exception {
        Play refuses =
                (_, wire) ->
                        wire.whole(
                                401,
                                "Content-Type: application/json",
                                "{\"error\":{\"message\":\"no\"}}"
                                        .getBytes(StandardCharsets.UTF_8));
        try (FarSide far = FarSide.plain(refuses)) {
            add("one", far.base());
            borrow.tryIt(borrow.rows().getFirst());
            ui.runUntil(() -> borrow.told().get() instanceof Told.Failed);
            Told.Failed failed = assertInstanceOf(Told.Failed.class, borrow.told().get());
            assertTrue(failed.trouble().title().contains("does not accept the key"));
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
        }
    }

    @Test
    void nothingIsTriedOffline() throws Exception {
        settings.change(old -> old.with(old.borrowing().with(Mode.OFFLINE)));
        add("one", URI.create("https://far.example/v1"));
        borrow.tryIt(borrow.rows().getFirst());
        ui.runUntil(() -> borrow.told().get() instanceof Told.NotAsked);
        assertEquals(new Told.NotAsked(Rules.Shut.OFFLINE_BY_PERSON), borrow.told().get());
        assertEquals(List.of(), profile.ledger().rows());
    }

    @Test
    void whoClosesThePanelDoesNotWait() throws Exception {
        try (FarSide far = FarSide.plain((_, wire) -> wire.stream().awaitHangUp())) {
            add("one", far.base());
            borrow.tryIt(borrow.rows().getFirst());
            borrow.forget();
            ui.runUntil(() -> borrow.told().get() instanceof Told.Nothing);
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
        }
    }

    @Test
    void aPolicyShutsTheDoorForAll() {
        assertEquals(Optional.empty(), borrow.shutByPolicy());
        assertEquals(
                Optional.of(Rules.Shut.OFFLINE_BY_POLICY), under(Policy.STRICTEST).shutByPolicy());
    }
}
