package nearside.engine.local;

import nearside.engine.Usage;
import nearside.engine.memory.Footprint;
import nearside.engine.memory.ModelSize;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Weighs the first model that a fresh worker process loads, and the questions that it answers
/// while it holds nothing else: whatever stands beside them would be taken for theirs. Belongs to
/// the engine's thread, but for [#footprint].
final class Weighing {
    /// What may stand beside: a heap never gives back all.
    private static final long BESIDE = 16L << 20;

    private enum Stage {
        FRESH,
        OPENED,
        LOADED,
        OVER
    }

    private volatile Optional<Footprint> footprint = Optional.empty();
    private Stage stage = Stage.OVER;
    private long bytesPerToken;
    private long loading;
    private long loaded;
    private long before;
    private long residentBefore;

    /// What was measured of the open model; empty before, and where the system tells nothing.
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
            stage = Stage.OPENED;
        } else {
            stage = Stage.OVER;
        }
    }

    /// A little more at the peak was files that are let go by now.
    private static long loading(long own, long peak) {
        return peak - own > own / 8 ? peak : own;
    }

    /// It is asked something.
    void asked(WorkerProcess process) {
        OptionalLong own = process.ownBytes();
        if (stage == Stage.OVER || own.isEmpty()) {
            return;
        }
        before = own.getAsLong();
        residentBefore = process.residentPeak().orElse(0);
        if (stage == Stage.OPENED) {
            loaded = before;
            stage = Stage.LOADED;
        }
    }

    /// It has answered. What a run took is held until the worker is idle.
    void answered(Usage usage, WorkerProcess process) {
        boolean isPeak = process.residentPeak().orElse(0) > residentBefore;
        OptionalLong own = isPeak ? process.ownPeak() : process.ownBytes();
        if (stage != Stage.LOADED || own.isEmpty() || !wasAlone(usage)) {
            return;
        }
        long kv = ((long) usage.promptTokens() + usage.replyTokens()) * bytesPerToken;
        long run = own.getAsLong() - loaded - kv;
        Footprint seen = new Footprint(loading, loaded, Map.of(usage.promptTokens(), run));
        footprint = Optional.of(footprint.map(earlier -> earlier.and(seen)).orElse(seen));
    }

    private boolean wasAlone(Usage usage) {
        return before - loaded <= usage.cachedTokens() * bytesPerToken + BESIDE;
    }
}
