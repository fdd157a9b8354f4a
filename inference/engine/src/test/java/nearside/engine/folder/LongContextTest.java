package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.folder.FolderFlaw.WrongValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/// How far a model sees, and where a stretched one changes its factors.
class LongContextTest {
    private static final String FILE = "config.json";

    @TempDir Path temp;
    private FolderCopy copy = new FolderCopy(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        copy = FolderCopy.of("phi3-tiny-128k", temp);
    }

    private void expect(int window, OptionalInt switchAt) {
        assertEquals(window, copy.sound().shape().window());
        assertEquals(switchAt, copy.sound().shape().switchAt());
    }

    @Test
    void smallerOfTheTwoWindowsCounts() throws IOException {
        copy.with(FILE, "{\"max_position_embeddings\": 1000}");
        expect(1000, OptionalInt.empty());
        copy.with(FILE, "{\"max_position_embeddings\": 2147483647}");
        expect(16384, OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rope_scaling\": {\"type\": \"su\"}, \"original_max_position_embeddings\": 512}",
                "{\"rope_scaling\": {\"type\": \"longrope\", \"original_max_position_embeddings\": 512}}",
                "{\"rope_parameters\": {\"rope_type\": \"longrope\"}, \"rope_scaling\": null,"
                        + " \"original_max_position_embeddings\": 512}",
            })
    void stretchedModelSaysItsOriginalWindow(String config) throws IOException {
        copy.with(FILE, config);
        expect(16384, OptionalInt.of(512));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rope_scaling\": null}",
                "{\"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}}",
                "{\"rope_scaling\": {\"full_attention\": {\"rope_type\": \"default\"}}}",
                "{\"rope_scaling\": {\"type\": \"su\"}, \"original_max_position_embeddings\": 16384}",
            })
    void otherModelsNeverSwitch(String config) throws IOException {
        copy.with(FILE, config);
        expect(16384, OptionalInt.empty());
    }

    @Test
    void longPhi3WithoutItsConfigurationSwitchesAtFourThousand() throws IOException {
        copy.without(FILE);
        expect(16384, OptionalInt.of(4096));
    }

    @Test
    void otherFamiliesWithoutConfigurationDoNot() throws IOException {
        copy.without(FILE).replace("genai_config.json", "\"phi3\"", "\"llama\"");
        expect(16384, OptionalInt.empty());
    }

    @Test
    void shortPhi3WithoutConfigurationDoesNot() throws IOException {
        copy.without(FILE).replace("genai_config.json", "16384", "4096");
        expect(4096, OptionalInt.empty());
    }

    @Test
    void wrongValuesAreNamed() throws IOException {
        copy.with(FILE, "{\"max_position_embeddings\": 0}");
        assertEquals(
                new WrongValue(
                        FILE,
                        "max_position_embeddings",
                        "a whole number from 1 to 2147483647",
                        "0"),
                copy.flaw());
        copy.with(FILE, "{\"rope_scaling\": {\"type\": \"su\"}}");
        assertEquals(
                new WrongValue(FILE, "original_max_position_embeddings", "a value", "nothing"),
                copy.flaw());
        copy.with(FILE, "{\"rope_scaling\": 3}");
        assertEquals(new WrongValue(FILE, "rope_scaling", "an object", "3"), copy.flaw());
    }
}
