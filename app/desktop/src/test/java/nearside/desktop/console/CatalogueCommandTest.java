package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Output;
import nearside.desktop.offline.Run;
import nearside.desktop.start.Installation;
import nearside.desktop.start.Itself;
import nearside.desktop.start.OfflineSeal;
import nearside.storage.Profile;
import nearside.storage.ledger.LedgerEvent;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicySource;
import nearside.storage.policy.PolicyTexts;
import nearside.storage.policy.PolicyTexts.PolicyText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What may be got, as the terminal tells it, with the real starter.
class CatalogueCommandTest {
    @TempDir private Path room;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private record Given(String text) implements PolicySource {
        @Override
        public List<Path> places() {
            return List.of(Path.of("/policy"));
        }

        @Override
        public PolicyTexts look() {
            return new PolicyTexts(
                    List.of(new PolicyText(Path.of("/policy/rules.json"), text)), List.of());
        }

        @Override
        public Optional<PolicyFault> fault(Path named) {
            return Optional.empty();
        }
    }

    private ExitCode list(String policy, Output output, Optional<Integer> context)
            throws InterruptedException {
        return new Terminal(
                        new Console(
                                InputStream.nullInputStream(),
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8)),
                        Installation.of(System.getProperties()),
                        room.resolve("profile"),
                        new Given(policy),
                        OfflineSeal.ofCommand(),
                        new Itself(List.of("nothing")))
                .run(
                        new Command.Catalogue(
                                new Common(Optional.empty(), output, Run.AS_SET), context));
    }

    @Test
    void eachModelIsListedWithItsFitAndTheSpeedIsReckonedFromTheStarters() throws Exception {
        assertEquals(
                ExitCode.DONE, list("{}", Output.JSON, Optional.of(2_048)), err.toString(UTF_8));
        JsonObject report = JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
        JsonArray models = report.getAsJsonArray("models");
        assertEquals(10, models.size());
        JsonObject first = models.get(0).getAsJsonObject();
        assertEquals("phi-3-mini-4k-cpu-int4", first.get("id").getAsString());
        assertFalse(first.get("here").getAsBoolean());
        JsonObject fit = first.getAsJsonObject("fit");
        assertEquals(2_048, fit.getAsJsonObject("memory").get("context_tokens").getAsInt());
        JsonObject speed = fit.getAsJsonObject("speed");
        assertEquals("smollm2-135m-instruct-int4", speed.get("from").getAsString());
        assertTrue(
                speed.getAsJsonObject("writing").get("low").getAsDouble()
                        < speed.getAsJsonObject("writing").get("high").getAsDouble());
    }

    @Test
    void theRecommendationIsTheFirstLine() throws Exception {
        assertEquals(ExitCode.DONE, list("{}", Output.TEXT, Optional.empty()));
        List<String> lines = out.toString(UTF_8).lines().toList();
        assertTrue(
                lines.getFirst().startsWith("Recommended") || lines.getFirst().contains("stays"),
                lines.getFirst());
        assertEquals("", lines.get(1));
        assertTrue(lines.get(2).startsWith("phi-3-mini-4k-cpu-int4 (Phi-3 mini): "), lines.get(2));
        assertTrue(lines.stream().anyMatch(it -> it.contains("1,536 tokens")), lines::toString);
    }

    @Test
    void whatAPolicyDoesNotAllowIsNotOffered() throws Exception {
        list("{\"models\": {\"allow\": [\"phi-4-mini-cpu-int4\"]}}", Output.JSON, Optional.empty());
        JsonArray models =
                JsonParser.parseString(out.toString(UTF_8))
                        .getAsJsonObject()
                        .getAsJsonArray("models");
        assertEquals(1, models.size(), err.toString(UTF_8));
    }

    /// Port 9 of this machine: nobody answers.
    @Test
    void aCatalogueThatDoesNotComeIsSaidAndStandsInTheLedger() throws Exception {
        String policy = "{\"models\": {\"base\": \"https://127.0.0.1:9/\"}}";
        assertEquals(ExitCode.FAILED, list(policy, Output.TEXT, Optional.empty()));
        assertTrue(
                err.toString(UTF_8).contains("The catalogue of models did not come"),
                err.toString(UTF_8));
        try (Profile profile = Profile.open(room.resolve("profile"))) {
            assertTrue(
                    profile.ledger().rows().getFirst().event() instanceof LedgerEvent.Began began
                            && began.purpose().equals("CATALOGUE"));
        }
    }

    /// What leaves could not be written down, so nothing does.
    @Test
    void besideAWindowNobodyIsAsked() throws Exception {
        String policy = "{\"models\": {\"base\": \"https://127.0.0.1:9/\"}}";
        try (Profile window = Profile.open(room.resolve("profile"))) {
            assertEquals(ExitCode.FAILED, list(policy, Output.TEXT, Optional.empty()));
            assertEquals(List.of(), window.ledger().rows());
        }
        assertTrue(
                err.toString(UTF_8).contains("The catalogue of models was not asked for"),
                err.toString(UTF_8));
    }

    @Test
    void aCatalogueThatIsNotThereIsSaid() throws Exception {
        String key = "cR9yJDbpYZ7DRSRSk2yiYv2mrdBYyUc9x0QtIOB1mYA=";
        String policy = "{\"models\": {\"folder\": \"%s\", \"key\": \"%s\"}}".formatted(room, key);
        assertEquals(ExitCode.FAILED, list(policy, Output.TEXT, Optional.empty()));
        assertEquals("", out.toString(UTF_8));
        assertTrue(
                err.toString(UTF_8).contains("There is no catalogue of models"),
                err.toString(UTF_8));
    }
}
