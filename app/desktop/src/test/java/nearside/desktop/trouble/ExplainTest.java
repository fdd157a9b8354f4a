package nearside.desktop.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.device.Speed;
import nearside.copilot.models.ImportOutcome;
import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.Reason;
import nearside.copilot.orchestrator.Situation;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.words.Words;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Doubt;
import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Obstacle;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.Verdict;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.storage.Settings;
import nearside.storage.StorageFailure;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastWhere;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class ExplainTest {
    private static final Path PLACE = Path.of("place");
    private final Explain english = new Explain(Words.of(Locale.ENGLISH));
    private final Explain chinese = new Explain(Words.of(Locale.SIMPLIFIED_CHINESE));

    static Stream<EngineFailure> engineFailures() {
        return Stream.of(
                new EngineFailure.NoModel(),
                new EngineFailure.FolderRefused(PLACE, new FolderFlaw.NotAFolder()),
                new EngineFailure.PromptTooLong(5_000, 4_096),
                new EngineFailure.TemplateRefused("line 3"),
                new EngineFailure.NoTools(),
                new EngineFailure.OutOfMemory(Stage.READ, 3L << 30, 1L << 30),
                new EngineFailure.WorkerDied(Stage.WRITE, 137),
                new EngineFailure.WorkerSilent(Stage.LOAD, Duration.ofSeconds(90)),
                new EngineFailure.WorkerKeepsDying(4, Duration.ofMillis(4_300)),
                new EngineFailure.WorkerMissing("nearside-engine", "no such file"),
                new EngineFailure.RuntimeRefused(Stage.START, "bad operator"),
                new EngineFailure.AcceleratorFailed(
                        "GPU", new EngineFailure.WorkerDied(Stage.READ, 139)));
    }

    static Stream<FolderFlaw> folderFlaws() {
        return Stream.of(
                new FolderFlaw.NotAFolder(),
                new FolderFlaw.Missing("model.onnx"),
                new FolderFlaw.NotAPlainFile("tokenizer.json"),
                new FolderFlaw.Cut("model.onnx.data", 1_000_000, 10),
                new FolderFlaw.NotJson("genai_config.json", "line 1"),
                new FolderFlaw.WrongValue("genai_config.json", "model.type", "a text", "3"),
                new FolderFlaw.NativeCode("genai_config.json", "custom_ops_library", "evil.so"),
                new FolderFlaw.StrayData("model.onnx", "../../secret"),
                new FolderFlaw.NotOnnx("model.onnx", "no graph"),
                new FolderFlaw.MadeFor("QNN"),
                new FolderFlaw.Unsupported("an encoder"));
    }

    static Stream<StorageFailure> storageFailures() {
        return Stream.of(
                new StorageFailure.InUse(PLACE),
                new StorageFailure.Denied(PLACE),
                new StorageFailure.DiskFull(PLACE, 5L << 20),
                new StorageFailure.Damaged(PLACE, "row 3 missing"),
                new StorageFailure.Newer(PLACE, 9, 1),
                new StorageFailure.OnNetwork(Path.of("/net/home"), "nfs4"),
                new StorageFailure.LibraryTooOld("3.40", "3.51.3"),
                new StorageFailure.Broken(PLACE, 10));
    }

    private static final String FAR = "https://far.example:443";

    static Stream<Far> farFailures() {
        return Stream.of(
                        Stream.of(Obstacle.values()).map(it -> new Far.Unreachable(FAR, it)),
                        Stream.of(Doubt.values()).map(it -> new Far.Untrusted(FAR, it)),
                        IntStream.of(400, 401, 402, 403, 404, 413, 422, 429, 500, 503)
                                .mapToObj(it ->
                                        new Far.Refused(FAR, it, "no", Duration.ofSeconds(7))),
                        Stream.of(
                                new Far.Refused(FAR, 429, "", Duration.ZERO),
                                new Far.Redirected(FAR, "https://elsewhere.example"),
                                new Far.Garbled(FAR, "an event", "<html>"),
                                new Far.Silent(FAR, Duration.ofSeconds(120)),
                                new Far.CutOff(FAR),
                                new Far.Withheld(FAR, "content_filter"),
                                new Far.Resting(FAR, Duration.ofSeconds(30)),
                                new Far.NotPermitted(FAR)))
                .flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("farFailures")
    void everyFailureOfABorrowedModelIsExplained(Far failure) {
        whole(english.of(failure));
        whole(chinese.of(failure));
        assertTrue(english.of(failure).title().contains(FAR), english.of(failure).title());
    }

    @Test
    void aFarSideThatSaidHowLongIsAskedAgainAfterThat() {
        Far busy = new Far.Refused(FAR, 429, "slow down", Duration.ofSeconds(7));
        assertEquals(List.of("Ask again in 7 seconds."), english.of(busy).next());
        Far vague = new Far.Refused(FAR, 429, "slow down", Duration.ZERO);
        assertEquals(List.of("Ask again in a while."), english.of(vague).next());
    }

    @ParameterizedTest
    @MethodSource("engineFailures")
    void everyEngineFailureIsExplained(EngineFailure failure) {
        whole(english.of(failure));
        whole(chinese.of(failure));
    }

    @ParameterizedTest
    @MethodSource("folderFlaws")
    void everyFolderFlawIsExplained(FolderFlaw flaw) {
        whole(english.of(flaw));
        whole(chinese.of(flaw));
    }

    @ParameterizedTest
    @MethodSource("storageFailures")
    void everyStorageFailureIsExplained(StorageFailure failure) {
        whole(english.of(failure));
        whole(chinese.of(failure));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyHonestStopIsExplained(Reason reason) {
        whole(english.of(declined(reason)));
        whole(chinese.of(declined(reason)));
    }

    static Stream<Verdict> verdicts() {
        return Stream.of(
                new Verdict.Faster(20, 10),
                new Verdict.Slower(9.5, 10),
                new Verdict.OtherToken(1, 2),
                new Verdict.Refused("no kernel"),
                new Verdict.Died(139),
                new Verdict.Hung(Duration.ofSeconds(40)),
                new Verdict.OtherVersion("1.28.0", "1.29.0"),
                new Verdict.NotBuilt("CPU XNNPACK"));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictOfAnAcceleratorIsTold(Verdict verdict) {
        Device device = new Device(Provider.CUDA, "GPU", "580");
        Standing standing = new Standing(device, Optional.of(verdict));
        for (Explain explain : List.of(english, chinese)) {
            assertFalse(explain.of(standing).isBlank());
            assertFalse(explain.of(standing).contains("{"), explain.of(standing));
        }
    }

    @Test
    void unknownAcceleratorsAreToldWithTheKnownOnes() {
        assertEquals(
                "Unknown in the setting “accelerators”: gpu. Known are directml, cuda, coreml,"
                        + " webgpu, cpu.",
                english.unknownAccelerators(List.of("gpu")));
    }

    @Test
    void aBugIsNamedByItsCode() {
        whole(chinese.of(new TurnEvent.Broken("A1:B2:C3")));
        assertTrue(english.of(new TurnEvent.Broken("A1:B2:C3")).meaning().contains("A1:B2:C3"));
    }

    @Test
    void theNumbersAreTold() {
        assertEquals(
                "It has 5,000 tokens; the model sees 4,096 at most, the reply included.",
                english.of(new EngineFailure.PromptTooLong(5_000, 4_096)).meaning());
        assertEquals(
                "1.2 GB more are needed. Your question is kept.",
                english.of(declined(Reason.NO_MEMORY_LOAD)).meaning());
    }

    @Test
    void aRefusedFolderSaysItsFlaw() {
        assertEquals(
                "The model folder lacks model.onnx",
                english.of(
                                new EngineFailure.FolderRefused(
                                        PLACE, new FolderFlaw.Missing("model.onnx")))
                        .title());
    }

    @Test
    void nextStepsAreSeparate() {
        assertEquals(
                List.of("Begin a new conversation.", "Or choose a model with a longer window."),
                english.of(new EngineFailure.PromptTooLong(2, 1)).next());
    }

    @Test
    void technicalProblemsStandInTheDetailsOnly() {
        Trouble trouble = english.of(new EngineFailure.RuntimeRefused(Stage.START, "bad operator"));
        assertFalse(
                (trouble.title() + trouble.meaning() + trouble.next()).contains("bad operator"));
        assertTrue(trouble.details().contains("bad operator"));
    }

    @Test
    void aFullDiskRefusesAnImportWithBothNumbers() {
        assertEquals(
                "It needs 2.0 GB on the disk, and 1.0 GB are free.",
                english.of(new ImportOutcome.NoSpace(2L << 30, 1L << 30)).meaning());
    }

    @Test
    void onlyAnEngineInTroubleIsExplained() {
        EngineFailure died = new EngineFailure.WorkerDied(Stage.WRITE, 137);
        assertEquals(Optional.of(english.of(died)), english.of(new EngineState.Down("m", died)));
        assertEquals(Optional.empty(), english.of(new EngineState.Ready("m")));
        assertEquals(Optional.empty(), english.of(new EngineState.Loading("m")));
        assertEquals(Optional.empty(), english.of(new EngineState.Unloaded("m")));
        assertEquals(Optional.empty(), english.of(new EngineState.Answering("m", 3)));
        assertEquals(
                Optional.of(english.of(new EngineFailure.NoModel())),
                english.of(new EngineState.Empty()));
    }

    /// Who forbade it may have forgotten it.
    @Test
    void whatWasForbiddenIsSaidToBeAWayOut() {
        String way =
                "Or let this device give up more where memory is short, in the settings of the window.";
        assertFalse(english.of(declined(Reason.NO_MEMORY_CONTEXT)).next().contains(way));
        assertEquals(
                way,
                english.of(declined(Reason.NO_MEMORY_CONTEXT, Set.of(Settings.Relief.LEAVE_OUT)))
                        .next()
                        .getLast());
    }

    @Test
    void whatIsPinnedCanBeLetGoOf() {
        TurnEvent.Declined loose = declined(Reason.WINDOW_EXCEEDED);
        Decision decision = loose.decision();
        Situation was = decision.situation();
        Situation pinned =
                new Situation(
                        was.model(),
                        new Situation.Asked(was.prompt(), 3, 2, 10, Set.of()),
                        was.memory(),
                        was.pace(),
                        was.beyond(),
                        was.lately());
        List<String> steps =
                english.of(
                                new TurnEvent.Declined(
                                        new Decision(
                                                decision.target(),
                                                decision.reason(),
                                                pinned,
                                                decision.needs())))
                        .next();
        assertEquals(
                "Or choose “No longer always read this” in the menu of a message with a pin: such"
                        + " messages are read whole, and leave too little room.",
                steps.getLast());
        assertEquals(english.of(loose).next(), steps.subList(0, steps.size() - 1));
    }

    private static TurnEvent.Declined declined(Reason reason) {
        return declined(reason, Set.of());
    }

    private static TurnEvent.Declined declined(Reason reason, Set<Settings.Relief> never) {
        Situation situation =
                new Situation(
                        new Situation.Model.Absent(),
                        new Situation.Asked(
                                new Situation.Tokens(3, Situation.Certainty.COUNTED), 3, 10, never),
                        new Memory(1, 2),
                        new Situation.Pace(Speed.UNKNOWN, 0, Situation.Pace.USUAL_PATIENCE),
                        new Situation.Beyond.Shut(Situation.Beyond.Why.NOT_SET_UP),
                        new Situation.Lately(
                                Situation.Where.HERE, Optional.empty(), OptionalInt.empty()));
        long missing = (long) (1.2 * (1L << 30));
        return new TurnEvent.Declined(
                new Decision(
                        new Decision.Target.Stop(),
                        reason,
                        situation,
                        new Decision.Needs(1, 1, missing, 12)));
    }

    /// Three parts that say something, no hole left open.
    private static void whole(Trouble trouble) {
        String said = trouble.title() + trouble.meaning() + trouble.next();
        assertFalse(said.contains("{") || said.contains("null"), said);
        assertFalse(trouble.title().isBlank() || trouble.meaning().isBlank());
        assertFalse(trouble.title().endsWith("."), trouble.title());
        assertTrue(trouble.next().stream().noneMatch(String::isBlank));
        assertFalse(trouble.next().isEmpty() || trouble.details().isBlank());
    }

    static Stream<PastRefusal> pastRefusals() {
        PastWhere where = PastWhere.of("a.json").conversation(1234).message("m");
        Stream<PastRefusal> limits =
                Stream.of(PastRefusal.Limit.values())
                        .map(limit -> new PastRefusal.TooMuch(where, limit, 5));
        Stream<PastRefusal> kinds =
                Stream.of(PastRefusal.Kind.values())
                        .map(kind -> new PastRefusal.Wrong(where, "x", kind, kind));
        return Stream.of(
                        Stream.of(
                                new PastRefusal.Unreadable(where),
                                new PastRefusal.UnknownForm(where),
                                new PastRefusal.NotJson(where, "line 1 column 2"),
                                new PastRefusal.CutOff(where),
                                new PastRefusal.Circle(where),
                                new PastRefusal.Twice(where),
                                new PastRefusal.Taken(where),
                                new PastRefusal.Newer(where, "2", 1),
                                new PastRefusal.BadArchive(where)),
                        limits,
                        kinds)
                .flatMap(refusals -> refusals);
    }

    @ParameterizedTest
    @MethodSource("pastRefusals")
    void everyRefusalOfThePastIsASentenceWithItsPlace(PastRefusal refusal) {
        for (Explain explain : List.of(english, chinese)) {
            String sentence = explain.of(refusal);
            assertTrue(sentence.contains("a.json"), sentence);
            assertFalse(sentence.contains("{"), sentence);
            assertFalse(sentence.contains("Past"), sentence);
        }
    }

    @Test
    void anAttachmentIsNamedWithItsLimit() {
        PastWhere where = PastWhere.of("a.json").conversation(2).message("m").attachment("cat.png");
        assertEquals(
                "a.json, conversation 2, message m, attachment “cat.png”: expected an attachment of"
                        + " at most 64 MB, found more. Only the attachment is left out.",
                english.of(new PastRefusal.TooMuch(where, PastRefusal.Limit.ATTACHMENT, 64 << 20)));
    }

    @Test
    void aWrongMemberIsNamedWithWhatWasExpectedAndFound() {
        PastWhere file = PastWhere.of("a.json");
        assertEquals(
                "a.json, conversation 2: expected a list for “messages”, found nothing.",
                english.of(
                        new PastRefusal.Wrong(
                                file.conversation(2),
                                "messages",
                                PastRefusal.Kind.LIST,
                                PastRefusal.Kind.NOTHING)));
        assertEquals(
                "a.json: expected an object, found a number.",
                english.of(
                        new PastRefusal.Wrong(
                                file, "", PastRefusal.Kind.OBJECT, PastRefusal.Kind.NUMBER)));
    }
}
