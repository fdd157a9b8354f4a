package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt;
import nearside.engine.memory.Need;
import nearside.worker.graph.GraphFiles;
import nearside.worker.text.ModelText;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;

class CalibrationTextsTest {
    static final List<String> MODELS = GraphFiles.MODELS;

    /// The decision about memory counts on it.
    @ParameterizedTest
    @FieldSource("MODELS")
    void noneIsLongerThanTheEstimateOfMemoryTakesIt(String name) {
        try (ModelText text = ModelText.open(RealWorker.model(name))) {
            for (Prompt prompt : CalibrationTexts.prompts()) {
                int tokens = text.encode(prompt).count();
                assertTrue(tokens <= Need.MOST_CALIBRATION_TOKENS, name + ": " + tokens);
            }
        }
    }
}
