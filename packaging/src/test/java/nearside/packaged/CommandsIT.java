package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import nearside.packaging.layout.Trees;
import nearside.storage.Profile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The terminal commands of the packaged program: shapes, exit codes and sentences.
class CommandsIT {
    @TempDir Path room;
    private Packaged packaged;

    @BeforeEach
    void startInARoomOfItsOwn() throws Exception {
        packaged = new Packaged(room);
    }

    private JsonObject json(String schema, String... arguments) throws Exception {
        Packaged.Run run = packaged.run(arguments);
        assertEquals(0, run.exit(), run.err());
        assertEquals(List.of(), violations(schema, run.out()));
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    private static List<String> violations(String schema, String json) throws Exception {
        Path file = Packaged.models().resolveSibling("docs/cli").resolve(schema + ".schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void askKeepsTheConversationAndSaysWhich() throws Exception {
        JsonObject report = json("ask", "ask", "--json", "--max-tokens", "8", "Name a fruit.");
        try (Profile profile = Profile.open(packaged.profile())) {
            assertEquals(
                    report.get("conversation").getAsString(),
                    profile.conversations().list().getFirst().id().value());
        }
        assertEquals("FITS", report.getAsJsonObject("decision").get("reason").getAsString());
        assertTrue(
                Files.exists(packaged.profile().resolve("key")),
                "a test keeps no key with the person who runs it");
    }

    @Test
    void askStreamsNothingButTheAnswer() throws Exception {
        Packaged.Run run =
                packaged.run(
                        "ask", "--temperature", "0", "--no-save", "What is the capital of France?");
        assertEquals(new Packaged.Run(0, "The capital of France is Paris.\n", ""), run);
    }

    @Test
    void askBesideAnOpenWindowAnswersAndStoresNothing() throws Exception {
        try (Profile window = Profile.open(packaged.profile())) {
            JsonObject report = json("ask", "ask", "--json", "--max-tokens", "4", "Hello");
            assertTrue(report.get("conversation").isJsonNull());
            assertTrue(packaged.errors().contains("not saved"), packaged.errors());
            assertEquals(List.of(), window.conversations().list());
        }
    }

    @Test
    void askEndsBeforeAStopText() throws Exception {
        JsonObject report =
                json(
                        "ask",
                        "ask",
                        "--json",
                        "--no-save",
                        "--temperature",
                        "0",
                        "--stop",
                        "Paris",
                        "What is the capital of France?");
        assertEquals("The capital of France is ", report.get("text").getAsString());
        assertEquals("stop_string", report.get("finish").getAsString());
    }

    @Test
    void askAnswersBySchemaOrSaysWhyTheSchemaCannotBeUsed() throws Exception {
        Path file = room.resolve("schema.json");
        Files.writeString(file, "{\"enum\": [\"Paris\", \"Rome\"]}");
        String[] line = {
            "ask", "--json", "--no-save", "--json-schema", file.toString(), "Capital of France?"
        };
        String answer = json("ask", line).get("text").getAsString();
        assertTrue(List.of("\"Paris\"", "\"Rome\"").contains(answer), answer);
        Files.writeString(file, "{\"type\": \"string\", \"pattern\": \"a\"}");
        Packaged.Run refused = packaged.run(line);
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("at # \"pattern\" is not supported"), refused.err());
    }

    @Test
    void askSaysThatToolsNeedAFarModel() throws Exception {
        Path file = room.resolve("tools.json");
        Files.writeString(file, "[{\"name\": \"now\"}]");
        Packaged.Run run =
                packaged.run(
                        "ask", "--json", "--no-save", "--tools", file.toString(), "What time?");
        assertEquals(1, run.exit(), run.err());
        assertEquals(List.of(), violations("ask", run.out()));
        assertTrue(run.err().contains("cannot call tools"), run.err());
    }

    @Test
    void theSchemaCheckCanFail() throws Exception {
        assertFalse(violations("ask", "{\"text\": 1}").isEmpty());
    }

    @Test
    void benchMeasuresBothWaysOfKeepingTheCache() throws Exception {
        String model = Packaged.models().resolve("phi3-tiny-4k").toString();
        JsonObject report = json("bench", "bench", "--json", "--runs", "1", "--model", model);
        for (JsonObject figures : List.of(report, report.getAsJsonObject("int8"))) {
            assertEquals(Set.of("128", "512", "2048"), figures.getAsJsonObject("prefill").keySet());
            assertEquals(Set.of("100", "2000"), figures.getAsJsonObject("decode").keySet());
            assertTrue(figures.get("lookup").isJsonObject());
            assertTrue(
                    figures.get("second_turn_first_token_s").getAsDouble()
                            < figures.get("read_again_first_token_s").getAsDouble(),
                    figures.toString());
        }
        assertTrue(packaged.errors().contains("prefill 512"), packaged.errors());
    }

    @Test
    void benchPackTellsWhatIsKeptOfTheEvidence() throws Exception {
        Path set = room.resolve("set.json");
        Files.writeString(
                set,
                """
                [{"question": "Where does the keeper of Vorn live?", "answer": "a tower", "turns": [
                  {"id": "a", "speaker": "user", "text": "The keeper of Vorn is Ada Voss."},
                  {"id": "b", "speaker": "assistant", "text": "Thank you, that is noted."},
                  {"id": "c", "speaker": "user", "text": "Ada Voss lives in a tower."}],
                  "gold": ["a", "c"]}]
                """);
        JsonObject report =
                json(
                        "bench-pack",
                        "bench",
                        "pack",
                        "--json",
                        "--set",
                        set.toString(),
                        "--budget",
                        "22",
                        "--model",
                        Packaged.models().resolve("phi3-tiny-4k").toString());
        JsonObject ways = report.getAsJsonObject("ways");
        assertEquals(
                1,
                ways.getAsJsonObject("packer").get("evidence_kept").getAsDouble(),
                ways.toString());
        assertEquals(1, report.getAsJsonObject("reader").get("asked").getAsInt());
        Files.writeString(set, "[{}]");
        Packaged.Run run = packaged.run("bench", "pack", "--set", set.toString());
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("question 1: expected a text under \"question\""), run.err());
    }

    @Test
    void benchOfNoModelSaysWhatIsMissing() throws Exception {
        Packaged.Run run = packaged.run("bench", "--model", room.resolve("none").toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("no model folder"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void doctorTellsDeviceModelsDatabaseAndEgress() throws Exception {
        JsonObject report = json("doctor", "doctor", "--json");
        assertEquals(List.of("CPU"), strings(report, "providers"));
        JsonObject starter = report.getAsJsonArray("models").get(0).getAsJsonObject();
        assertTrue(starter.getAsJsonObject("trial").get("tokens_per_second").getAsInt() > 0);
    }

    /// The program has its own runtime, whatever lies beside it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aBrokenPackBesideTheProgramIsPutAsideAndTheModelAnswers() throws Exception {
        Path pack = Packaged.program().resolve("../../lib/runtimes/broken").normalize();
        Files.createDirectories(pack);
        try {
            for (String library : List.of("", "4j_jni", "_providers_shared", "_providers_cuda")) {
                Files.writeString(pack.resolve("libonnxruntime" + library + ".so"), "broken");
            }
            JsonObject report = json("doctor", "doctor", "--json");
            JsonObject found =
                    report.getAsJsonObject("runtime")
                            .getAsJsonArray("packs")
                            .get(0)
                            .getAsJsonObject();
            assertEquals(pack.toString(), found.get("folder").getAsString());
            assertEquals("put-aside", found.get("state").getAsString());
            assertEquals("cuda", found.get("provider").getAsString());
            assertEquals("refused", found.getAsJsonObject("verdict").get("kind").getAsString());
            JsonObject starter = report.getAsJsonArray("models").get(0).getAsJsonObject();
            assertTrue(starter.getAsJsonObject("trial").get("tokens_per_second").getAsInt() > 0);
        } finally {
            Trees.remove(pack.getParent());
        }
    }

    @Test
    void theProofThatNothingLeavesHasAShapeOfItsOwn() throws Exception {
        if (System.getProperty("os.name").startsWith("Linux")) {
            json("offline-proof", "doctor", "--offline-proof", "--json");
        }
    }

    @Test
    void settingsThatCannotBeUsedAreToldAndKept() throws Exception {
        Path file = packaged.profile().resolve("settings.json");
        Files.createDirectories(packaged.profile());
        Files.writeString(file, "{");
        JsonObject settings = json("doctor", "doctor", "--json").getAsJsonObject("settings");
        assertEquals("defaults", settings.get("used").getAsString());
        assertEquals("{", Files.readString(Path.of(file + ".damaged")));
        assertTrue(packaged.errors().contains("settings.json is damaged"), packaged.errors());
    }

    private static List<String> strings(JsonObject report, String key) {
        return report.getAsJsonArray(key).asList().stream().map(e -> e.getAsString()).toList();
    }

    @Test
    void aModelIsCheckedImportedAndTakenIntoUse() throws Exception {
        String tiny = Packaged.models().resolve("phi3-tiny-4k").toString();
        assertTrue(
                json("models-check", "models", "check", "--json", tiny)
                        .get("sound")
                        .getAsBoolean());
        JsonObject imported =
                json("model", "models", "import", "--json", tiny).getAsJsonObject("model");
        assertEquals("phi3-tiny-4k", imported.get("id").getAsString());
        assertFalse(imported.get("in_use").getAsBoolean());
        json("model", "models", "use", "--json", "phi3-tiny-4k");
        JsonObject list = json("models", "models", "list", "--json");
        assertEquals(2, list.getAsJsonArray("models").size());
        JsonObject report = json("ask", "ask", "--json", "--max-tokens", "2", "--no-save", "Hi");
        assertEquals("phi3-tiny-4k", report.get("model").getAsString());
        JsonObject gone =
                json("models-remove", "models", "remove", "--json", "--yes", "phi3-tiny-4k");
        assertTrue(gone.getAsJsonObject("removed").get("was_in_use").getAsBoolean());
        JsonObject placed =
                json("model", "models", "import", "--json", "--in-place", tiny)
                        .getAsJsonObject("model");
        assertEquals("in_place", placed.get("origin").getAsString());
        json("models-remove", "models", "remove", "--json", "--yes", "phi3-tiny-4k");
        assertEquals(1, json("models", "models", "list", "--json").getAsJsonArray("models").size());
    }

    /// The starter's speed is measured on the way, and the others' are reckoned from it.
    @Test
    void whatMayBeGotIsListedWithHowItWouldGetOnHere() throws Exception {
        JsonObject report =
                json("models-catalogue", "models", "catalogue", "--json", "--context", "2048");
        assertFalse(
                report.getAsJsonObject("recommendation").get("sentence").getAsString().isBlank());
        JsonObject first = report.getAsJsonArray("models").get(0).getAsJsonObject();
        assertEquals("phi-3-mini-4k-cpu-int4", first.get("id").getAsString());
        JsonObject fit = first.getAsJsonObject("fit");
        assertEquals(2_048, fit.getAsJsonObject("memory").get("context_tokens").getAsInt());
        assertEquals("derived", fit.getAsJsonObject("speed").get("source").getAsString());
        Packaged.Run text = packaged.run("models", "catalogue");
        assertEquals(0, text.exit(), text.err());
        assertTrue(text.out().contains("phi-4-mini-cpu-int4"), text.out());
    }

    @Test
    void conversationsAreBroughtInAndTakenAway() throws Exception {
        Path chats =
                Files.writeString(
                        room.resolve("conversations.json"),
                        """
                        [{"id": "c", "title": "Fruit", "current_node": "a", "mapping": {
                           "q": {"message": {"author": {"role": "user"},
                              "content": {"content_type": "text", "parts": ["A fruit?"]}}},
                           "a": {"parent": "q", "message": {"author": {"role": "assistant"},
                              "content": {"content_type": "text", "parts": ["Apple."]}}}}}, 1]
                        """);
        JsonObject preview = json("import", "import", "--preview", "--json", chats.toString());
        assertEquals(1, preview.getAsJsonObject("conversations").get("new").getAsInt());
        JsonObject brought = json("import", "import", "--json", chats.toString());
        assertEquals(2, brought.getAsJsonObject("messages").get("new").getAsInt());
        assertEquals(1, brought.get("refused").getAsInt());
        JsonObject again = json("import", "import", "--json", chats.toString());
        assertEquals(1, again.getAsJsonObject("conversations").get("known").getAsInt());
        Path pages = room.resolve("pages");
        for (String format : List.of("markdown", "html")) {
            JsonObject written =
                    json(
                            "export",
                            "export",
                            "--json",
                            "--format",
                            format,
                            "--out",
                            Files.createDirectories(pages).toString());
            assertTrue(
                    Files.readString(Path.of(strings(written, "files").getFirst()))
                            .contains("Apple."));
        }
        Packaged.Run all = packaged.run("export");
        assertEquals(0, all.exit(), all.err());
        assertEquals(List.of(), violations("../formats/conversation-export", all.out()));
        try (Profile window = Profile.open(packaged.profile())) {
            assertEquals(1, window.conversations().list().size());
            Packaged.Run locked = packaged.run("export");
            assertEquals(1, locked.exit());
            assertTrue(locked.err().contains("already open"), locked.err());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, import /nowhere.json",
        "1, export --conversation none",
        "2, import",
        "2, export --format word",
        "1, models use nonsense",
        "2, models catalogue --context 1",
        "1, models check /nowhere",
        "1, models remove nonsense",
        "2, models import --link --in-place d",
        "1, ask --model /nowhere Hi",
        "1, ask --messages /nowhere.json",
        "2, ask",
        "2, ask --temperature hot Hi",
        "2, ask --logit-bias 49152=1 Hi",
        "2, nonsense",
    })
    void failuresAreExplainedInWords(int exit, String line) throws Exception {
        Packaged.Run run = packaged.run(line.split(" "));
        assertEquals(exit, run.exit(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("nearside: "), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void versionAndHelpNeedNothing() throws Exception {
        assertTrue(packaged.run("--version").out().startsWith("nearside "));
        assertTrue(packaged.run("--help").out().contains("nearside"));
        assertFalse(Files.exists(packaged.profile()), "nothing was made for it");
    }

    @Test
    void withoutADisplayOneSentenceNamesAsk() throws Exception {
        Packaged.Run run = packaged.run();
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("nearside ask"), run.err());
    }

    /// It waited for a toolkit that had not started, for good.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatLetsNobodyInIsNone() throws Exception {
        Packaged.Run run = packaged.runUnder(List.of("env", "DISPLAY=:7654"));
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("nearside ask"), run.err());
    }
}
