package nearside.desktop.start;

import nearside.engine.KvScales;
import nearside.engine.local.ScaleShelf;
import nearside.storage.CacheShelf;

import java.nio.file.Path;
import java.util.Optional;

/// The scales of int8 KV caches, kept in the cache of a profile.
final class KeptScales implements ScaleShelf {
    private final CacheShelf shelf;

    KeptScales(Path profile) {
        this.shelf = new CacheShelf(profile, "kv-scales");
    }

    @Override
    public Optional<KvScales> find(String modelHash) {
        return shelf.find(modelHash).flatMap(KvScales::of);
    }

    @Override
    public void keep(String modelHash, KvScales scales) {
        shelf.keep(modelHash, scales.bytes());
    }
}
