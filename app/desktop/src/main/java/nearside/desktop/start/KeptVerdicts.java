package nearside.desktop.start;

import nearside.engine.accelerator.TrialKey;
import nearside.engine.accelerator.Verdict;
import nearside.engine.accelerator.VerdictJson;
import nearside.engine.accelerator.VerdictShelf;
import nearside.storage.CacheShelf;

import java.nio.file.Path;
import java.util.Optional;

/// What trials of accelerators came to, kept in the cache of a profile.
final class KeptVerdicts implements VerdictShelf {
    private final CacheShelf shelf;

    KeptVerdicts(Path profile) {
        this.shelf = new CacheShelf(profile, "accelerators");
    }

    @Override
    public Optional<Verdict> find(TrialKey key) {
        return shelf.find(key.name()).flatMap(VerdictJson::of);
    }

    @Override
    public void keep(TrialKey key, Verdict verdict) {
        shelf.keep(key.name(), VerdictJson.bytes(verdict));
    }
}
