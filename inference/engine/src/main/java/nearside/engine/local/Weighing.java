package nearside.engine.local;

import nearside.engine.Usage;
import nearside.engine.memory.Footprint;
import nearside.engine.memory.ModelSize;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Weighs the first model that a fresh worker process loads, and the first question that it
/// answers: later ones use again what earlier ones left behind. Belongs to the engine's thread, but
/// for [#footprint].
final class Weighing {
    private enum Stage {
        FRESH,
        LOADED,
        ASKED,
        OVER
    }

    private volatile Optional<Footprint> footprint = Optional.empty();
    private Stage stage = Stage.OVER;
    private long bytesPerToken;
    private long loading;
    private long loaded;
    private long residentBefore;

    /// What was measured last; empty before, and where the system tells nothing.
    Optional<Footprint> footprint() {
        return footprint;
    }

    /// Another process is there.
    void started() {
        stage = Stage.FRESH;
        footprint = Optional.empty();
    }

    /// It has loaded a model on the processor.
    void opened(ModelSize model, WorkerProcess process) {
        footprint = Optional.empty();
        OptionalLong peak = process.ownPeak();
        if (stage == Stage.FRESH && peak.isPresent()) {
            bytesPerToken = model.kvBytesPerToken();
            loading = loading(process.ownBytes().orElse(0), peak.getAsLong());
            stage = Stage.LOADED;
        } else {
            over();
        }
    }

    /// A little more at the peak was files that are let go by now.
    private static long loading(long own, long peak) {
        return peak - own > own / 8 ? peak : own;
    }

    /// It is asked something.
    void asked(WorkerProcess process) {
        OptionalLong own = process.ownBytes();
        if (stage == Stage.LOADED && own.isPresent()) {
            loaded = own.getAsLong();
            residentBefore = process.residentPeak().orElse(0);
            stage = Stage.ASKED;
        } else {
            over();
        }
    }

    /// It has answered. What a run took is held until the worker is idle.
    void answered(Usage usage, WorkerProcess process) {
        boolean isPeak = process.residentPeak().orElse(0) > residentBefore;
        OptionalLong own = isPeak ? process.ownPeak() : process.ownBytes();
        if (stage == Stage.ASKED && own.isPresent() && usage.cachedTokens() == 0) {
            long kv = ((long) usage.promptTokens() + usage.replyTokens()) * bytesPerToken;
            long run = own.getAsLong() - loaded - kv;
            footprint =
                    Optional.of(new Footprint(loading, loaded, Map.of(usage.promptTokens(), run)));
        }
        over();
    }

    private void over() {
        stage = Stage.OVER;
    }
}
