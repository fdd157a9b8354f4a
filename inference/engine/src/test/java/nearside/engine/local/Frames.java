package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.Penalties;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.Truncation;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// At least one of every frame, failure and flaw.
final class Frames {
    private Frames() {}

    static Stream<Frame> all() {
        return Stream.of(
                        orders(),
                        reports(),
                        failures().map(failure -> new Frame.Failed(7, failure)),
                        flaws().map(Frames::refused))
                .flatMap(frames -> frames);
    }

    private static Stream<Frame> orders() {
        return Stream.of(
                new Frame.Open(
                        "/models/Zürich – 湖",
                        KvPrecision.FLOAT32,
                        Optional.empty(),
                        Optional.of(new Device(Provider.CUDA, "NVIDIA GPU", "580")),
                        5L << 32),
                new Frame.Open("/m", KvPrecision.INT8, Optional.of(scales()), Optional.empty(), 0),
                new Frame.Answer(1, prompt(Prompt.Ending.OPEN_REPLY, Sampling.GREEDY)),
                new Frame.Answer(Integer.MAX_VALUE, prompt(Prompt.Ending.NEW_REPLY, everything())),
                new Frame.Stop(-1),
                new Frame.Count(3, ""),
                new Frame.Count(4, "👋 مرحبا \u0000 end"),
                new Frame.Keep(TokenIds.NONE, RotaryFactors.SHORT),
                new Frame.Keep(TokenIds.of(1, 2), RotaryFactors.LONG),
                new Frame.Offer(prompt(Prompt.Ending.NEW_REPLY, Sampling.GREEDY), snapshot()),
                new Frame.Enough(),
                new Frame.LetGo(Held.Part.ALL_BUT_NEWEST),
                new Frame.Bye());
    }

    private static KvSnapshot snapshot() {
        return new KvSnapshot(
                List.of(
                        new KvPart(0, TokenIds.of(1, 2, 3), RotaryFactors.LONG, 8),
                        new KvPart(2, TokenIds.of(4, 5), RotaryFactors.LONG, 8)));
    }

    private static ByteBuffer bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 7);
        return ByteBuffer.wrap(bytes);
    }

    private static Sampling everything() {
        String source = "{\"type\": \"string\"}";
        return Sampling.GREEDY
                .withTemperature(0.7)
                .with(new Truncation(40, 0.95, 0.05))
                .with(new Penalties(1.1, -0.5, 2))
                .withLogitBias(Map.of(0, -100.0, Integer.MAX_VALUE, 0.25))
                .withStop(List.of("\n\n", "über"))
                .withSchema(((SchemaCheck.Sound) JsonSchema.check(source)).schema())
                .withSeed(-5);
    }

    private static Prompt prompt(Prompt.Ending ending, Sampling sampling) {
        return new Prompt(
                List.of(
                        new Prompt.Line(Role.SYSTEM, "Be brief."),
                        new Prompt.Line(Role.USER, "<|end|> \uD83D\uDE00\n"),
                        new Prompt.Line(Role.TOOL, ""),
                        new Prompt.Line(Role.ASSISTANT, "I")),
                ending,
                Prompt.SpecialTokens.AS_TOKENS,
                sampling,
                48);
    }

    private static KvScales scales() {
        return KvScales.of("1.29.0", 2, new float[] {1, .5f, 2, 1e-3f}).orElseThrow();
    }

    private static Stream<Frame> reports() {
        return Stream.of(
                new Frame.Calibrated(scales()),
                new Frame.Hello(Long.MAX_VALUE, "1.29.0", "CPU", 0, List.of()),
                new Frame.Hello(1, "1.29.0", "CPU DIRECT_ML", 16, devices()),
                new Frame.NoRuntime("lib/é: file too short"),
                new Frame.Opened(),
                new Frame.Kept(new KvPart(7, TokenIds.of(3), RotaryFactors.SHORT, 46_080)),
                new Frame.Kept(new KvPart(0, TokenIds.NONE, RotaryFactors.LONG, 1)),
                new Frame.Kv(bytes(0)),
                new Frame.Kv(bytes(300)),
                new Frame.KeepOver(),
                new Frame.Wanted(),
                new Frame.NotWanted(),
                new Frame.Restored(),
                new Frame.Holds(new Held(3L << 32, 1L << 32)),
                new Frame.Reading(5, TokenIds.of(1, 2, Integer.MIN_VALUE), 2),
                new Frame.Reading(5, TokenIds.NONE, 0),
                new Frame.ReadOn(5, 512),
                new Frame.Text(6, "é", TokenIds.of(9)),
                new Frame.Finished(6, Finish.EOS),
                new Frame.Finished(6, Finish.LENGTH),
                new Frame.Finished(6, Finish.STOP),
                new Frame.Finished(6, Finish.STOP_STRING),
                new Frame.Counted(2, OptionalInt.empty()),
                new Frame.Counted(2, OptionalInt.of(0)),
                new Frame.Alive());
    }

    private static List<Device> devices() {
        return List.of(
                new Device(Provider.DIRECTML, "Radeon™ 显卡", "1.15"),
                new Device(Provider.CPU, "", ""));
    }

    private static Stream<EngineFailure> failures() {
        return Stream.of(
                new EngineFailure.NoModel(),
                new EngineFailure.PromptTooLong(4096, 2048),
                new EngineFailure.TemplateRefused("roles must alternate"),
                new EngineFailure.OutOfMemory(Stage.LOAD, 3L << 30, 1L << 30),
                new EngineFailure.WorkerKeepsDying(4, Duration.ofMillis(4_999)),
                new EngineFailure.WorkerDied(Stage.START, 137),
                new EngineFailure.WorkerSilent(Stage.READ, Duration.ofMillis(10_001)),
                new EngineFailure.WorkerMissing("java", "no such file"),
                new EngineFailure.RuntimeRefused(Stage.WRITE, "what"));
    }

    private static Stream<FolderFlaw> flaws() {
        return Stream.of(
                new FolderFlaw.NotAFolder(),
                new FolderFlaw.Missing("a"),
                new FolderFlaw.NotAPlainFile("b"),
                new FolderFlaw.Cut("c", 5, 4),
                new FolderFlaw.NotJson("d", "e"),
                new FolderFlaw.WrongValue("f", "g", "h", "i"),
                new FolderFlaw.NativeCode("j", "k", "l"),
                new FolderFlaw.StrayData("m", "n"),
                new FolderFlaw.NotOnnx("o", "p"),
                new FolderFlaw.Unsupported("q"),
                new FolderFlaw.MadeFor("QNN"));
    }

    private static Frame refused(FolderFlaw flaw) {
        return new Frame.NotOpened(new EngineFailure.FolderRefused(Path.of("models", "x"), flaw));
    }
}
