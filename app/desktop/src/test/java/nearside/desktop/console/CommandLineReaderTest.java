package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.models.Manner;
import nearside.desktop.bench.Bench;
import nearside.desktop.bench.Part;
import nearside.desktop.bench.evidence.PackPlan;
import nearside.desktop.bench.evidence.PackPlan.Room;
import nearside.desktop.bench.evidence.PackPlan.Titles;
import nearside.desktop.bench.evidence.PackPlan.Where;
import nearside.desktop.call.Call;
import nearside.desktop.console.Command.Answering;
import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Output;
import nearside.desktop.console.Command.Question;
import nearside.desktop.console.Command.Saving;
import nearside.desktop.offline.Run;
import nearside.desktop.past.PageFormat;
import nearside.engine.KvPrecision;
import nearside.engine.Penalties;
import nearside.engine.Sampling;
import nearside.engine.Truncation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class CommandLineReaderTest {
    private static final Common PLAIN = new Common(Optional.empty(), Output.TEXT, Run.AS_SET);

    private static Command read(String line) {
        return new CommandLineReader("1.2.3")
                .read(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @Test
    void nothingOpensTheWindow() {
        assertEquals(new Command.Window(PLAIN, new Call.Raise()), read(""));
    }

    @Test
    void aWindowIsToldWhatToDo() {
        assertEquals(new Command.Window(PLAIN, new Call.Quick()), read("--quick"));
        String address = "nearside:conversation/a/message/b";
        assertEquals(new Command.Window(PLAIN, new Call.Open(address)), read(address));
        assertEquals(
                new Command.Window(PLAIN, new Call.Open("/x/past.nearside")),
                read("/x/past.nearside"));
        assertEquals(
                new Command.Window(PLAIN, new Call.Open("/x/my past.json")),
                read("file:///x/my%20past.json"));
        assertEquals(
                new Command.Window(
                        PLAIN, new Call.Open(Path.of("past.zip").toAbsolutePath().toString())),
                read("past.zip"));
    }

    @Test
    void whatIsNeitherACommandNorOpenedIsToldSo() {
        Command.Wrong wrong = (Command.Wrong) read("aks");
        assertTrue(wrong.sentence().contains("found 'aks'"), wrong.sentence());
    }

    @Test
    void aDataFolderStandsBeforeOrAfterTheCommand() {
        Common common = new Common(Optional.of(Path.of("/x")), Output.JSON, Run.AS_SET);
        assertEquals(new Command.ListModels(common), read("--data-dir /x models list --json"));
        assertEquals(new Command.ListModels(common), read("models --json --data-dir /x list"));
        assertEquals(
                new Command.Window(
                        new Common(Optional.of(Path.of("/x")), Output.TEXT, Run.AS_SET),
                        new Call.Raise()),
                read("--data-dir /x"));
    }

    @Test
    void theCatalogueIsForAConversationOfSomeLength() {
        assertEquals(new Command.Catalogue(PLAIN, Optional.empty()), read("models catalogue"));
        assertEquals(
                new Command.Catalogue(PLAIN, Optional.of(4_096)),
                read("models catalogue --context 4096"));
        Command.Wrong wrong = (Command.Wrong) read("models catalogue --context 127");
        assertTrue(wrong.sentence().contains("found 127"), wrong.sentence());
    }

    @Test
    void askHasTheDefaultsThatTheHelpTells() {
        assertEquals(
                new Command.Ask(
                        PLAIN,
                        new Question.Text("hi", Optional.empty()),
                        new Answering(
                                Optional.empty(),
                                1024,
                                Sampling.DEFAULT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Saving.SAVE),
                read("ask hi"));
    }

    @Test
    void askTakesAllItsOptions() {
        Command expected =
                new Command.Ask(
                        new Common(Optional.empty(), Output.JSON, Run.AS_SET),
                        new Question.Text("-", Optional.of("brief")),
                        new Answering(
                                Optional.of("m"),
                                48,
                                Sampling.GREEDY
                                        .withTemperature(0.5)
                                        .with(new Truncation(5, 0.5, 0.1))
                                        .with(new Penalties(1.2, -1, 0.5))
                                        .withLogitBias(Map.of(7, -100.0, 8, 2.5))
                                        .withStop(List.of("END", "="))
                                        .withSeed(7),
                                Optional.of(Path.of("s.json")),
                                Optional.of(Path.of("t.json")),
                                Optional.of(KvPrecision.INT8)),
                        Saving.DO_NOT_SAVE);
        assertEquals(
                expected,
                read(
                        "ask --json --temperature 0.5 --max-tokens 48 --model m --seed 7 --top-k 5"
                                + " --top-p 0.5 --min-p 0.1 --repetition-penalty 1.2"
                                + " --presence-penalty -1 --frequency-penalty 0.5"
                                + " --logit-bias 7=-100 --stop END --logit-bias 8=2.5 --stop ="
                                + " --json-schema s.json --tools t.json --kv-cache int8 --system brief --no-save -"));
    }

    @Test
    void aTemperatureOfOnesOwnOrASchemaComesWithoutTheDefaultPenalty() {
        Command.Ask ask = assertInstanceOf(Command.Ask.class, read("ask hi --temperature 0"));
        assertEquals(Sampling.GREEDY.withTopP(0.9), ask.answering().sampling());
        Command.Ask both =
                assertInstanceOf(
                        Command.Ask.class, read("ask hi --temperature 0 --repetition-penalty 1.2"));
        assertEquals(
                Sampling.GREEDY.withTopP(0.9).withRepetitionPenalty(1.2),
                both.answering().sampling());
        Command.Ask held = assertInstanceOf(Command.Ask.class, read("ask hi --json-schema s.json"));
        assertEquals(Sampling.GREEDY.withTopP(0.9), held.answering().sampling());
    }

    @Test
    void aWholeConversationIsNotSaved() {
        Command.Ask ask = assertInstanceOf(Command.Ask.class, read("ask --messages f.json"));
        assertEquals(new Question.Messages("f.json"), ask.question());
        assertEquals(Saving.DO_NOT_SAVE, ask.saving());
    }

    @Test
    void aQuestionMayBeginWithADash() {
        Command.Ask ask = assertInstanceOf(Command.Ask.class, read("ask -- -5+3?"));
        assertEquals(new Question.Text("-5+3?", Optional.empty()), ask.question());
    }

    @Test
    void modelsKnowsItsFourDeeds() {
        assertEquals(new Command.ListModels(PLAIN), read("models"));
        assertEquals(new Command.CheckModel(PLAIN, Path.of("d")), read("models check d"));
        assertEquals(
                new Command.ImportModel(PLAIN, Path.of("d"), Manner.COPY), read("models import d"));
        assertEquals(
                new Command.ImportModel(PLAIN, Path.of("d"), Manner.LINK),
                read("models import d --link"));
        assertEquals(
                new Command.ImportModel(PLAIN, Path.of("d"), Manner.IN_PLACE),
                read("models import --in-place d"));
        assertInstanceOf(Command.Wrong.class, read("models import d --link --in-place"));
        assertEquals(
                new Command.RemoveModel(PLAIN, "phi", Command.Asking.ASK),
                read("models remove phi"));
        assertEquals(
                new Command.RemoveModel(PLAIN, "phi", Command.Asking.YES),
                read("models remove phi --yes"));
        assertEquals(new Command.UseModel(PLAIN, "phi3"), read("models use phi3"));
    }

    @Test
    void doctorIsACommand() {
        assertEquals(new Command.Doctor(PLAIN), read("doctor"));
    }

    @Test
    void offlineStandsBeforeOrAfterAnyCommand() {
        Common offline = new Common(Optional.empty(), Output.TEXT, Run.OFFLINE);
        assertEquals(new Command.Window(offline, new Call.Raise()), read("--offline"));
        assertEquals(new Command.ListModels(offline), read("--offline models list"));
        assertEquals(new Command.ListModels(offline), read("models list --offline"));
        assertEquals(Optional.of(offline), read("ask --offline hi").shared());
    }

    @Test
    void theProofIsTheDoctorsAndItsChildIsNoCommandForPeople() {
        assertEquals(new Command.OfflineProof(PLAIN), read("doctor --offline-proof"));
        assertEquals(new Command.TryToLeave(), read(Grammar.TRY));
        assertEquals(Optional.empty(), read(Grammar.TRY).shared());
        Command.Print help = assertInstanceOf(Command.Print.class, read("--help"));
        assertTrue(help.text().contains("doctor") && !help.text().contains(Grammar.TRY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask",
                "ask a --messages f",
                "ask --messages f --system s",
                "ask a b",
                "ask a --temperature 3",
                "ask a --temperature x",
                "ask a --max-tokens 0",
                "ask a --top-p 0",
                "ask a --top-k -1",
                "ask a --min-p 2",
                "ask a --repetition-penalty 0",
                "ask a --presence-penalty 3",
                "ask a --frequency-penalty x",
                "ask a --logit-bias 5",
                "ask a --logit-bias x=1",
                "ask a --logit-bias 5=1000",
                "ask a --tools t.json",
                "ask a --nonsense",
                "models check",
                "models fly",
                "frobnicate",
                "--data-dir"
            })
    void saysWhatIsWrongWithTheUsage(String line) {
        Command.Wrong wrong = assertInstanceOf(Command.Wrong.class, read(line));
        assertTrue(wrong.sentence().length() > 10, wrong.sentence());
        assertTrue(wrong.usage().contains("Usage: nearside"), wrong.usage());
    }

    @Test
    void helpIsForTheCommandThatItStandsBehind() {
        assertTrue(printed("--help").contains("doctor"));
        assertTrue(printed("ask --help").contains("--messages"));
        assertTrue(printed("models check -h").contains("DIR"));
    }

    @Test
    void versionIsOneLine() {
        assertEquals("nearside 1.2.3\n", printed("--version"));
        assertEquals("nearside 1.2.3\n", printed("ask --version"));
    }

    private static String printed(String line) {
        return assertInstanceOf(Command.Print.class, read(line)).text();
    }

    @Test
    void benchMeasuresAllPartsOfTheModelInUseByDefault() {
        assertEquals(
                new Command.Bench(
                        PLAIN,
                        Optional.empty(),
                        Optional.empty(),
                        new Bench.Plan(EnumSet.allOf(Part.class), 3)),
                read("bench"));
        assertEquals(
                new Command.Bench(
                        PLAIN,
                        Optional.of("x"),
                        Optional.of(KvPrecision.INT8),
                        new Bench.Plan(Set.of(Part.DECODE, Part.TURN), 5)),
                read("bench --model x --kv-cache int8 --only decode,turn --runs 5"));
    }

    @Test
    void benchPackNeedsASet() {
        Command.Wrong wrong = assertInstanceOf(Command.Wrong.class, read("bench pack"));
        assertTrue(wrong.sentence().contains("--set=FILE"), wrong.sentence());
    }

    @Test
    void benchPackTakesASetAndHowMuchMayBeKept() {
        Path set = Path.of("set.json");
        assertEquals(
                new Command.BenchPack(
                        PLAIN,
                        new PackPlan(set, new Room.Adaptive(), Where.ITS_OWN, Titles.READ),
                        Optional.empty()),
                read("bench pack --set set.json"));
        assertEquals(
                new Command.BenchPack(
                        PLAIN,
                        new PackPlan(set, new Room.Ratio(4), Where.POOLED, Titles.LEFT_OUT),
                        Optional.empty()),
                read("bench pack --set set.json --ratio 4 --pooled --no-titles"));
        assertEquals(
                new Command.BenchPack(
                        PLAIN,
                        new PackPlan(set, new Room.Budget(500), Where.ITS_OWN, Titles.READ),
                        Optional.of("x")),
                read("bench pack --budget 500 --set set.json --model x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench pack --set a --ratio 0.5",
                "bench pack --set a --ratio NaN",
                "bench pack --set a --budget 0",
                "bench pack --set a --budget 3 --ratio 4",
                "bench --only speed",
                "bench --only decode,",
                "bench --runs 0",
                "bench --runs 101",
                "bench --kv-cache int4"
            })
    void benchSaysWhatItExpects(String line) {
        Command.Wrong wrong = assertInstanceOf(Command.Wrong.class, read(line));
        assertTrue(wrong.sentence().contains("expects"), wrong.sentence());
        assertTrue(wrong.sentence().contains("found"), wrong.sentence());
    }

    @Test
    void importTakesFilesAndFolders() {
        assertEquals(
                new Command.BringIn(
                        PLAIN, List.of(Path.of("a.zip"), Path.of("b")), Command.Trying.DO),
                read("import a.zip b"));
        assertEquals(
                new Command.BringIn(
                        new Common(Optional.empty(), Output.JSON, Run.AS_SET),
                        List.of(Path.of("a")),
                        Command.Trying.PREVIEW),
                read("import --preview --json a"));
    }

    @Test
    void exportWritesEverythingAsJsonToStandardOutput() {
        assertEquals(
                new Command.TakeAway(PLAIN, Optional.empty(), PageFormat.JSON, Optional.empty()),
                read("export"));
        assertEquals(
                new Command.TakeAway(
                        new Common(Optional.empty(), Output.JSON, Run.AS_SET),
                        Optional.of("id"),
                        PageFormat.HTML,
                        Optional.of(Path.of("x.html"))),
                read("export --json --conversation id --format html --out x.html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "export --format word",
                "export --json",
                "export --format markdown",
                "export rest"
            })
    void importAndExportSayWhatTheyExpect(String line) {
        assertInstanceOf(Command.Wrong.class, read(line));
    }
}
