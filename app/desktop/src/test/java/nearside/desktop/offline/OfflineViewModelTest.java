package nearside.desktop.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.offline.OfflineViewModel.Step;
import nearside.desktop.offline.Shutter.Back;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.LocalFirst;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.Settings;
import nearside.storage.Settings.Mode;
import nearside.storage.SettingsFile;
import nearside.storage.StorageFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class OfflineViewModelTest {
    private static final Enforcer SYSTEM = new Enforcer.Sealed();
    private static final Enforcer PROGRAM = new Enforcer.Program("Plan 9 mips");

    @TempDir Path profile;
    private final HeldThread ui = new HeldThread();
    private final List<StorageFailure> failures = new ArrayList<>();

    private OfflineViewModel over(PlayedShutter shutter) {
        return new OfflineViewModel(
                shutter.shutter(),
                new SettingsFile(profile),
                new Background(Runnable::run, ui, failures::add));
    }

    private Mode kept() {
        return new SettingsFile(profile).read().borrowing().mode();
    }

    @Test
    void offlineIsSealedAtOnceAndKept() {
        PlayedShutter shutter = new PlayedShutter(new LocalFirst());
        OfflineViewModel mode = over(shutter);
        mode.goOffline();
        ui.run();
        assertEquals(new Offline(SYSTEM, Wish.PERSON), mode.standing().get());
        assertEquals(List.of("shut by PERSON"), shutter.wished());
        assertEquals(Mode.OFFLINE, kept());
        mode.goOffline();
        assertEquals(1, shutter.wished().size());
    }

    @Test
    void onlyTheModeChanges() {
        Settings before = new SettingsFile(profile).change(old -> old.with(Settings.Theme.DARK));
        PlayedShutter shutter = new PlayedShutter(new LocalFirst());
        OfflineViewModel mode = over(shutter);
        mode.goOffline();
        ui.run();
        mode.goLocalFirst();
        mode.restart();
        assertEquals(before, new SettingsFile(profile).read());
    }

    /// A full disk must not keep anybody from going offline.
    @Test
    void theSealDoesNotWaitForTheDisk() throws Exception {
        Path notAFolder = Files.writeString(profile.resolve("file"), "x");
        PlayedShutter shutter = new PlayedShutter(new LocalFirst());
        OfflineViewModel mode =
                new OfflineViewModel(
                        shutter.shutter(),
                        new SettingsFile(notAFolder),
                        new Background(Runnable::run, ui, failures::add));
        mode.goOffline();
        ui.run();
        assertEquals(new Offline(SYSTEM, Wish.PERSON), mode.standing().get());
        assertEquals(1, failures.size());
    }

    @Test
    void theWayBackFromTheSystemsSealIsAskedFirst() {
        PlayedShutter shutter = new PlayedShutter(new Offline(SYSTEM, Wish.PERSON));
        OfflineViewModel mode = over(shutter);
        mode.goLocalFirst();
        assertEquals(Step.CONFIRM, mode.step().get());
        mode.stay();
        assertEquals(Step.NONE, mode.step().get());
        assertEquals(List.of(), shutter.wished());
        mode.goLocalFirst();
        mode.restart();
        ui.run();
        assertEquals(List.of("back"), shutter.wished());
        assertEquals(Mode.LOCAL_FIRST, kept());
        assertEquals(new Offline(SYSTEM, Wish.PERSON), mode.standing().get(), "until it ends");
    }

    @Test
    void whatCannotRestartSaysSo() {
        PlayedShutter shutter = new PlayedShutter(new Offline(SYSTEM, Wish.THIS_RUN));
        shutter.next(Back.BY_HAND);
        OfflineViewModel mode = over(shutter);
        mode.goLocalFirst();
        mode.restart();
        ui.run();
        assertEquals(Step.BY_HAND, mode.step().get());
    }

    /// Without a seal there is nothing that only a restart could lift.
    @Test
    void whatOnlyTheProgramEnforcesIsLeftAtOnce() {
        PlayedShutter shutter = new PlayedShutter(new Offline(PROGRAM, Wish.PERSON));
        shutter.next(Back.OPEN);
        OfflineViewModel mode = over(shutter);
        mode.goLocalFirst();
        ui.run();
        assertEquals(new LocalFirst(), mode.standing().get());
        assertEquals(Step.NONE, mode.step().get());
    }

    @Test
    void aPolicyCannotBeOverruled() {
        for (Enforcer by : List.of(SYSTEM, PROGRAM)) {
            PlayedShutter shutter = new PlayedShutter(new Offline(by, Wish.POLICY));
            OfflineViewModel mode = over(shutter);
            mode.goLocalFirst();
            ui.run();
            assertEquals(Step.NONE, mode.step().get());
            assertEquals(List.of(), shutter.wished());
        }
    }
}
