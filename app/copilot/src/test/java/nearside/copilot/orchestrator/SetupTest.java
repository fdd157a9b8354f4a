package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.Penalties;
import nearside.engine.Sampling;
import nearside.engine.Truncation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class SetupTest {
    @Test
    void theModelThatAnswersIsKept() {
        Setup named =
                new Setup("", Sampling.DEFAULT, Setup.USUAL_LIMIT, Optional.of("phi-3-mini-4k"));
        assertEquals(Optional.of(named), Setup.of(named.json()));
        assertEquals(Optional.empty(), Setup.of("{\"model\": []}"));
    }

    @Test
    void allOfItComesBack() {
        Setup setup =
                new Setup(
                        "Answer in \"rhymes\".",
                        Sampling.DEFAULT
                                .withTemperature(0.7)
                                .with(new Truncation(40, 0.95, 0.05))
                                .with(new Penalties(1.1, 0.5, -0.5))
                                .withSeed(7),
                        300);
        assertEquals(Optional.of(setup), Setup.of(setup.json()));
        assertEquals(Optional.of(Setup.DEFAULT), Setup.of(Setup.DEFAULT.json()));
    }

    @Test
    void whatIsMissingIsTheUsual() {
        assertEquals(Optional.of(Setup.DEFAULT), Setup.of("{\"later\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"temperature\":9}",
                "{\"temperature\":\"hot\"}",
                "{\"max_tokens\":0}",
                "{\"top_k\":-1}",
                "{\"system\":{}}"
            })
    void whatIsNotOursIsNotUsed(String json) {
        assertEquals(Optional.empty(), Setup.of(json));
    }

    @Test
    void aLimitOutOfRangeIsRefusedInWords() {
        assertEquals(
                "max_tokens: expected a number from 1 to 32768, found 40000",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Setup("", Sampling.DEFAULT, 40_000))
                        .getMessage());
    }
}
