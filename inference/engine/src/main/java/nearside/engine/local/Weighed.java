package nearside.engine.local;

import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Footprint;

import java.util.Optional;

/// What models were measured to take on this device before.
@FunctionalInterface
public interface Weighed {
    /// None was.
    Weighed NONE = (_, _) -> Optional.empty();

    Optional<Footprint> find(ModelFolder folder, KvPrecision kv);
}
