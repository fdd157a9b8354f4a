package nearside.engine.local;

import nearside.engine.accelerator.TrialKey;
import nearside.engine.accelerator.Verdict;
import nearside.engine.accelerator.VerdictShelf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps verdicts in memory, by the names that they would have on disk.
final class KeptVerdicts implements VerdictShelf {
    private final Map<String, Verdict> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Verdict> find(TrialKey key) {
        return Optional.ofNullable(kept.get(key.name()));
    }

    @Override
    public void keep(TrialKey key, Verdict verdict) {
        kept.put(key.name(), verdict);
    }

    List<Verdict> all() {
        return List.copyOf(kept.values());
    }
}
