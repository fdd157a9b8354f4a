package nearside.desktop.trouble;

import nearside.engine.EngineFailure;

import java.time.Duration;

/// Sentences for engine failures.
record EngineTrouble(Wording wording, FolderTrouble folder) {
    Trouble of(EngineFailure failure) {
        return switch (failure) {
            case EngineFailure.NoModel no -> wording.trouble("no-model", no);
            case EngineFailure.FolderRefused refused -> folder.of(refused.flaw());
            case EngineFailure.PromptTooLong(int tokens, int window) ->
                    wording.trouble("prompt-too-long", failure, tokens, window);
            case EngineFailure.TemplateRefused refused ->
                    wording.trouble("template-refused", refused);
            case EngineFailure.NoTools no -> wording.trouble("no-tools", no);
            case EngineFailure.OutOfMemory(EngineFailure.Stage stage, long needed, long free) ->
                    wording.trouble(
                            "out-of-memory",
                            failure,
                            wording.stage(stage),
                            wording.bytes(needed),
                            wording.bytes(free));
            case EngineFailure.WorkerDied(EngineFailure.Stage stage, int code) ->
                    wording.trouble("worker-died", failure, wording.stage(stage), code);
            case EngineFailure.WorkerSilent silent ->
                    wording.trouble(
                            "worker-silent",
                            silent,
                            wording.stage(silent.stage()),
                            silent.silence().toSeconds());
            case EngineFailure.WorkerKeepsDying(int deaths, Duration pause) ->
                    wording.trouble(
                            "worker-keeps-dying",
                            failure,
                            deaths,
                            pause.plusMillis(999).toSeconds());
            case EngineFailure.WorkerMissing missing ->
                    wording.trouble("worker-missing", missing, missing.program());
            case EngineFailure.RuntimeRefused refused ->
                    wording.trouble("runtime-refused", refused, wording.stage(refused.stage()));
            case EngineFailure.AcceleratorFailed failed ->
                    wording.trouble("accelerator-failed", failed, failed.accelerator());
            case EngineFailure.Far far -> new FarTrouble(wording).of(far);
        };
    }
}
