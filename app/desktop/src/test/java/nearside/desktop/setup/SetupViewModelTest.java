package nearside.desktop.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.orchestrator.Setup;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.setup.SetupViewModel.Flaw;
import nearside.engine.Penalties;
import nearside.engine.Sampling;
import nearside.engine.Truncation;
import nearside.storage.Profile;
import nearside.storage.Template;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SetupViewModelTest {
    private static final Setup FREE =
            new Setup(
                    "Be brief.",
                    Sampling.DEFAULT
                            .withTemperature(0.7)
                            .with(new Truncation(40, 0.95, 0.05))
                            .with(new Penalties(1, 0.5, -0.25))
                            .withSeed(7),
                    300);

    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private final List<Setup> used = new ArrayList<>();
    private Profile profile;
    private SetupViewModel setup;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        begin(Setup.DEFAULT);
    }

    private void begin(Setup now) {
        setup =
                new SetupViewModel(
                        profile.templates(),
                        new Background(
                                Runnable::run,
                                ui,
                                failure -> {
                                    throw new AssertionError(failure.toString());
                                }),
                        () -> now,
                        used::add,
                        () -> List.of("starter", "phi"));
        setup.refresh();
        ui.run();
    }

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void anotherModelCanAnswerAndOneThatIsGoneIsStillSeen() {
        assertEquals(
                List.of(Optional.empty(), Optional.of("starter"), Optional.of("phi")),
                setup.models());
        setup.model().set(Optional.of("phi"));
        assertTrue(setup.use());
        assertEquals(Optional.of("phi"), used.getLast().model());
        begin(new Setup("", Sampling.DEFAULT, Setup.USUAL_LIMIT, Optional.of("gone")));
        assertEquals(Optional.of("gone"), setup.model().get());
        assertTrue(setup.models().contains(Optional.of("gone")), setup.models()::toString);
    }

    @Test
    void whatIsUsedNowIsShownAndComesBackAsItWas() {
        begin(FREE);
        assertEquals("Be brief.", setup.system().get());
        assertEquals("0.7", setup.number(Knob.TEMPERATURE).get());
        assertEquals("40", setup.number(Knob.TOP_K).get());
        assertEquals("7", setup.number(Knob.SEED).get());
        assertTrue(setup.use());
        setup.reset();
        assertEquals("", setup.number(Knob.SEED).get());
        assertTrue(setup.use());
        assertEquals(List.of(FREE, Setup.DEFAULT), used);
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 2.1",
        "TEMPERATURE, hot",
        "TOP_P, 0",
        "TOP_K, 1.5",
        "MIN_P, -1",
        "REPETITION_PENALTY, 0",
        "PRESENCE_PENALTY, 3",
        "FREQUENCY_PENALTY, NaN",
        "SEED, x",
        "MAX_TOKENS, 0",
        "MAX_TOKENS, 1e12"
    })
    void aNumberThatCannotBeUsedIsNamed(Knob knob, String typed) {
        setup.number(knob).set(" " + typed);
        assertFalse(setup.use());
        assertEquals(Optional.of(new Flaw(knob, typed)), setup.flaw().get());
        assertEquals(List.of(), used);
    }

    @Test
    void aCommaIsAPointToo() {
        setup.number(Knob.TEMPERATURE).set("0,5");
        assertTrue(setup.use());
        assertEquals(0.5, used.getFirst().sampling().temperature());
    }

    @Test
    void aPresetIsKeptChosenAndForgotten() {
        setup.number(Knob.TEMPERATURE).set("1");
        setup.presetName().set(" Stories ");
        setup.keep();
        ui.run();
        begin(Setup.DEFAULT);
        assertEquals(List.of("Stories"), setup.presets().stream().map(Preset::name).toList());
        setup.choose(setup.presets().getFirst());
        assertEquals("1", setup.number(Knob.TEMPERATURE).get());
        assertTrue(setup.use());
        assertEquals(1, used.getFirst().sampling().temperature());
        setup.forget();
        ui.run();
        assertEquals(List.of(), setup.presets());
        assertEquals(List.of(), profile.templates().of(Template.Kind.PRESET));
    }

    @Test
    void whatIsWrongIsNotKept() {
        setup.number(Knob.TEMPERATURE).set("hot");
        setup.presetName().set("Stories");
        setup.keep();
        ui.run();
        assertEquals(List.of(), setup.presets());
    }
}
