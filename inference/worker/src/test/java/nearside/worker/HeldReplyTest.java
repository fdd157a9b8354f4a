package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Finish;
import nearside.engine.Penalties;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.local.LocalEngine;
import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;
import nearside.worker.sample.json.Validation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Replies of real models that are held to a schema, a stop string, a bias or a penalty.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldReplyTest {
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String FRANCE = "What is the capital of France?";
    private static final String PERSON =
            """
            {"type": "object", "required": ["name", "age", "married", "languages"], "properties": {
               "name": {"type": "string", "minLength": 1, "maxLength": 20},
               "nickname": {"type": ["string", "null"], "maxLength": 10},
               "age": {"type": "integer"},
               "married": {"type": "boolean"},
               "languages": {"type": "array", "maxItems": 3,
                             "items": {"enum": ["English", "Deutsch", "中文", "Français"]}}}}
            """;

    @TempDir static Path temp;
    private LocalEngine engine;

    @BeforeAll
    void startEngine() {
        engine = new LocalEngine(RealWorker.command(temp), state -> {});
    }

    @AfterAll
    void closeEngine() {
        engine.close();
    }

    private Pulled ask(String model, String question, Sampling sampling, int limit) {
        engine.use(RealWorker.model(model));
        return Pulled.all(
                engine.answer(
                        new Prompt(
                                List.of(new Prompt.Line(Role.USER, question)),
                                Prompt.Ending.NEW_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                sampling,
                                limit)));
    }

    private static Finish finish(Pulled pulled) {
        return ((Finished) pulled.last()).finish();
    }

    private static Sampling schema(String source) {
        return Sampling.GREEDY.withSchema(((SchemaCheck.Sound) JsonSchema.check(source)).schema());
    }

    @ParameterizedTest
    @ValueSource(strings = {STARTER, "phi3-tiny-4k"})
    void aReplyBySchemaParsesAndMatches(String model) {
        String question = "Describe a person named Zoë, 34 years old, as JSON.";
        for (Sampling sampling :
                List.of(
                        schema(PERSON),
                        schema(PERSON).withTemperature(1).withSeed(1),
                        schema(PERSON).withTemperature(1.5).withSeed(2))) {
            Pulled pulled = ask(model, question, sampling, 300);
            assertEquals(Finish.EOS, finish(pulled), pulled.text());
            assertEquals(List.of(), Validation.problems(PERSON, pulled.text()), pulled.text());
        }
    }

    @Test
    void aReplyBySchemaThatMeetsItsLimitIsCutAndSaysSo() {
        Pulled pulled = ask(STARTER, "A person as JSON.", schema(PERSON), 4);
        assertEquals(Finish.LENGTH, finish(pulled));
        assertTrue(pulled.text().startsWith("{\""), pulled.text());
    }

    @Test
    void aSchemaHoldsOneReplyAndNotTheNext() {
        String bare = ask(STARTER, FRANCE, Sampling.GREEDY, 20).text();
        ask(STARTER, FRANCE, schema("{\"type\": \"boolean\"}"), 20);
        assertEquals(bare, ask(STARTER, FRANCE, Sampling.GREEDY, 20).text());
    }

    @Test
    void aReplyEndsBeforeItsStopString() {
        Pulled free = ask(STARTER, FRANCE, Sampling.GREEDY, 20);
        assertEquals("The capital of France is Paris.", free.text());
        Pulled stopped =
                ask(STARTER, FRANCE, Sampling.GREEDY.withStop(List.of("no", "ce is Pa")), 20);
        assertEquals("The capital of Fran", stopped.text());
        assertEquals(Finish.STOP_STRING, finish(stopped));
        assertTrue(stopped.ids().count() < free.ids().count());
        Pulled unmet = ask(STARTER, FRANCE, Sampling.GREEDY.withStop(List.of("Paris.!")), 20);
        assertEquals(free.text(), unmet.text());
        assertEquals(Finish.EOS, finish(unmet));
    }

    @Test
    void aStopStringThatEndsWithTheLimitIsStillAStopString() {
        Pulled free = ask(STARTER, FRANCE, Sampling.GREEDY, 3);
        Pulled stopped = ask(STARTER, FRANCE, Sampling.GREEDY.withStop(List.of(free.text())), 3);
        assertEquals("", stopped.text());
        assertEquals(Finish.STOP_STRING, finish(stopped));
    }

    @Test
    void aForbiddenTokenIsNotWritten() {
        Pulled free = ask(STARTER, FRANCE, Sampling.GREEDY, 20);
        int third = free.ids().at(2);
        Pulled biased =
                ask(STARTER, FRANCE, Sampling.GREEDY.withLogitBias(Map.of(third, -100.0)), 20);
        assertFalse(biased.ids().stream().anyMatch(id -> id == third));
    }

    @Test
    void aPenaltyChangesWhatIsWrittenAndASeedRepeatsIt() {
        Sampling sampling =
                Sampling.GREEDY.withTemperature(.8).withFrequencyPenalty(.5).withSeed(11);
        String question = "Write a poem about rain.";
        Pulled one = ask(STARTER, question, sampling, 20);
        assertEquals(one.ids(), ask(STARTER, question, sampling, 20).ids());
        assertNotEquals(one.ids(), ask(STARTER, question, sampling.with(Penalties.NONE), 30).ids());
    }
}
