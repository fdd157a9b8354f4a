package nearside.desktop.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.welcome.Chance.Tone;
import nearside.engine.Usage;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Memory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is said of this device, over the starter that comes with the program.
final class AbilityViewModelTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    @TempDir Path folder;
    private Guest guest;

    @BeforeEach
    void come() {
        guest = new Guest(folder);
    }

    @AfterEach
    void leave() {
        guest.close();
    }

    private List<Chance> chances() {
        guest.welcome.refresh();
        guest.ui.run();
        return List.copyOf(guest.welcome.ability().chances());
    }

    private static ModelFolder starter() {
        return ((FolderCheck.Sound) ModelFolder.check(MODELS.resolve(Guest.STARTER))).folder();
    }

    @Test
    void whatWasNotMeasuredIsNotSaidToRunWell() {
        assertEquals(
                List.of(
                        new Chance(
                                Guest.STARTER,
                                Tone.LESS,
                                "Fits into memory",
                                "Speed not measured yet"),
                        new Chance(
                                "Phi-3 mini",
                                Tone.LESS,
                                "Fits into memory",
                                "Not here yet, not measured; larger, so slower")),
                chances());
        assertFalse(guest.welcome.ability().measured().get());
    }

    @Test
    void whatWasMeasuredIsSaid() {
        guest.measured(
                starter(),
                new Usage(
                        512, 0, 101, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(7)));
        assertEquals(
                new Chance(
                        Guest.STARTER,
                        Tone.WELL,
                        "Runs well",
                        "Measured here: writes 20.0 tokens/s, reads 256 tokens/s"),
                chances().getFirst());
        assertTrue(guest.welcome.ability().measured().get());
    }

    @Test
    void whatDoesNotFitSaysHowMuchMemoryIsMissing() {
        guest.memory = new Memory(2L << 30, 16L << 30);
        Chance phi = chances().getLast();
        assertEquals(Tone.LESS, phi.tone());
        assertTrue(phi.fit().matches("Not now: \\d\\.\\d GB more memory must be free"), phi.fit());
    }

    @Test
    void whatComputesIsNotSaidBeforeItIsKnown() {
        chances();
        assertEquals(
                "What computes is known when the model is loaded.",
                guest.welcome.ability().computes().get());
        guest.devices.add(new Device(Provider.CPU, "", ""));
        chances();
        assertEquals(
                "No accelerator: the processor does the work.",
                guest.welcome.ability().computes().get());
    }

    @Test
    void askedTwiceAtOnceItReadsOnceMoreAfterwards() {
        guest.welcome.refresh();
        guest.welcome.refresh();
        guest.welcome.refresh();
        assertEquals(1, guest.readings);
        guest.ui.run();
        assertEquals(2, guest.readings);
    }
}
