package nearside.engine.local;

import nearside.engine.KvScales;

import java.util.Optional;

/// Where the scales of int8 KV caches are kept from one start to the next. Losing them costs time,
/// nothing else.
public interface ScaleShelf {
    /// Keeps nothing.
    ScaleShelf NONE =
            new ScaleShelf() {
                @Override
                public Optional<KvScales> find(String modelHash) {
                    return Optional.empty();
                }

                @Override
                public void keep(String modelHash, KvScales scales) {}
            };

    Optional<KvScales> find(String modelHash);

    /// Keeps the scales in the place of earlier ones of this model.
    void keep(String modelHash, KvScales scales);
}
