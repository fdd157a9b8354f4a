package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.folder.FolderFlaw;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// How a failure is written into a frame: one byte of kind, then its fields.
final class FailureForm {
    private FailureForm() {}

    static void write(EngineFailure failure, Outgoing out) throws IOException {
        switch (failure) {
            case EngineFailure.NoModel() -> out.kind(0);
            case EngineFailure.FolderRefused(Path folder, FolderFlaw flaw) ->
                    FlawForm.write(flaw, out.kind(1).text(folder.toString()));
            case EngineFailure.PromptTooLong(int tokens, int window) ->
                    out.kind(2).number(tokens).number(window);
            case EngineFailure.TemplateRefused(String problem) -> out.kind(3).text(problem);
            case EngineFailure.OutOfMemory(Stage stage, long needed, long free) ->
                    out.kind(4).choice(stage).number(needed).number(free);
            case EngineFailure.WorkerDied(Stage stage, int code) ->
                    out.kind(5).choice(stage).number(code);
            case EngineFailure.WorkerSilent(Stage stage, Duration silence) ->
                    out.kind(6).choice(stage).number(silence.toMillis());
            case EngineFailure.WorkerMissing(String program, String problem) ->
                    out.kind(7).text(program).text(problem);
            case EngineFailure.RuntimeRefused(Stage stage, String problem) ->
                    out.kind(8).choice(stage).text(problem);
            case EngineFailure.WorkerKeepsDying(int deaths, Duration pause) ->
                    out.kind(9).number(deaths).number(pause.toMillis());
            case EngineFailure.AcceleratorFailed _, EngineFailure.NoTools _ ->
                    throw new IllegalArgumentException("the engine finds out, not it: " + failure);
            case EngineFailure.Far far ->
                    throw new IllegalArgumentException("a worker borrows from nobody: " + far);
        }
    }

    static EngineFailure read(Incoming in) throws FrameException {
        int kind = in.kind();
        return switch (kind) {
            case 0 -> new EngineFailure.NoModel();
            case 1 -> new EngineFailure.FolderRefused(Path.of(in.text()), FlawForm.read(in));
            case 2 -> new EngineFailure.PromptTooLong(in.number(), in.number());
            case 3 -> new EngineFailure.TemplateRefused(in.text());
            case 4 -> new EngineFailure.OutOfMemory(stage(in), in.longNumber(), in.longNumber());
            case 5 -> new EngineFailure.WorkerDied(stage(in), in.number());
            case 6 -> new EngineFailure.WorkerSilent(stage(in), Duration.ofMillis(in.longNumber()));
            case 7 -> new EngineFailure.WorkerMissing(in.text(), in.text());
            case 8 -> new EngineFailure.RuntimeRefused(stage(in), in.text());
            case 9 ->
                    new EngineFailure.WorkerKeepsDying(
                            in.number(), Duration.ofMillis(in.longNumber()));
            default -> throw new FrameException("failure kind " + kind);
        };
    }

    private static Stage stage(Incoming in) throws FrameException {
        return in.choice(Stage.values());
    }
}
