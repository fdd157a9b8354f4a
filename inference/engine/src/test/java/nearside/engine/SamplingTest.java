package nearside.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

class SamplingTest {
    private static final JsonSchema SCHEMA =
            ((SchemaCheck.Sound) JsonSchema.check("{\"type\": \"null\"}")).schema();

    @Test
    void greedyChangesNothing() {
        assertEquals(
                new Sampling(
                        0,
                        new Truncation(0, 1, 0),
                        new Penalties(1, 0, 0),
                        new LogitBias(Map.of()),
                        new ReplyForm(List.of(), Optional.empty()),
                        Speculation.PROMPT_LOOKUP,
                        OptionalLong.empty()),
                Sampling.GREEDY);
    }

    @Test
    void eachChangeLeavesTheOthers() {
        Sampling all =
                Sampling.GREEDY
                        .withTemperature(.7)
                        .withTopK(40)
                        .withTopP(.95)
                        .withMinP(.05)
                        .withRepetitionPenalty(1.1)
                        .withPresencePenalty(.2)
                        .withFrequencyPenalty(.3)
                        .withLogitBias(Map.of(7, -100.0))
                        .withStop(List.of("a", "b"))
                        .withSchema(SCHEMA)
                        .with(Speculation.NONE)
                        .withSeed(3);
        assertEquals(
                new Sampling(
                        .7,
                        new Truncation(40, .95, .05),
                        new Penalties(1.1, .2, .3),
                        new LogitBias(Map.of(7, -100.0)),
                        new ReplyForm(List.of("a", "b"), Optional.of(SCHEMA)),
                        Speculation.NONE,
                        OptionalLong.of(3)),
                all);
    }

    static Stream<Arguments> wrong() {
        Sampling ok = Sampling.GREEDY;
        return Stream.of(
                wrong("temperature", "2.1", () -> ok.withTemperature(2.1)),
                wrong("temperature", "NaN", () -> ok.withTemperature(Double.NaN)),
                wrong("top-k", "-1", () -> ok.withTopK(-1)),
                wrong("top-p", "0.0", () -> ok.withTopP(0)),
                wrong("min-p", "1.5", () -> ok.withMinP(1.5)),
                wrong("min-p", "-0.1", () -> ok.withMinP(-.1)),
                wrong("repetition penalty", "0.0", () -> ok.withRepetitionPenalty(0)),
                wrong("presence penalty", "2.5", () -> ok.withPresencePenalty(2.5)),
                wrong("frequency penalty", "-3.0", () -> ok.withFrequencyPenalty(-3)),
                wrong("logit bias", "-5", () -> ok.withLogitBias(Map.of(-5, 1.0))),
                wrong("logit bias of token 5", "101.0", () -> ok.withLogitBias(Map.of(5, 101.0))),
                wrong("stop", "empty", () -> ok.withStop(List.of("x", ""))));
    }

    private static Arguments wrong(String name, String found, Supplier<Sampling> making) {
        return Arguments.of(name, found, making);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wrong")
    void aValueOutOfItsRangeIsNamed(String name, String found, Supplier<Sampling> making) {
        String problem =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, making::get).getMessage());
        assertTrue(problem.startsWith(name + ":"), problem);
        assertTrue(problem.contains("expected"), problem);
        assertTrue(problem.contains(found), problem);
    }

    @Test
    void anOpenReplyTakesNoSchema() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Prompt(
                                List.of(new Prompt.Line(Role.ASSISTANT, "{")),
                                Prompt.Ending.OPEN_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                Sampling.GREEDY.withSchema(SCHEMA),
                                8));
    }
}
