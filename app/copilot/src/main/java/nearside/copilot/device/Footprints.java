package nearside.copilot.device;

import nearside.engine.memory.Footprint;
import nearside.storage.Measures;
import nearside.storage.StorageException;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// What each model was measured to take on this device, the most of all times. May be used by
/// several threads.
public final class Footprints {
    private static final System.Logger LOG = System.getLogger("nearside.copilot");
    private static final String KIND = "footprint ";

    private final Optional<Measures> measures;
    private final Supplier<Optional<Footprint>> engine;
    private final Map<String, Optional<Footprint>> known = new HashMap<>();

    /// Those that were kept, and what an engine measures from now on.
    ///
    /// @param engine what was measured last
    public Footprints(Measures measures, Supplier<Optional<Footprint>> engine) {
        this(Optional.of(measures), engine);
    }

    private Footprints(Optional<Measures> measures, Supplier<Optional<Footprint>> engine) {
        this.measures = measures;
        this.engine = Objects.requireNonNull(engine);
    }

    /// Nothing is measured and nothing kept.
    public static Footprints none() {
        return new Footprints(Optional.empty(), Optional::empty);
    }

    /// What that model takes; empty while it was not measured.
    public synchronized Optional<Footprint> of(String model) {
        return known.computeIfAbsent(
                model,
                name -> measures.flatMap(it -> it.of(KIND + name)).flatMap(FootprintJson::read));
    }

    /// That model has answered. What was measured already is no news, and that it cannot be kept is
    /// no trouble: it is measured again.
    public synchronized void learn(String model) {
        Optional<Footprint> before = of(model);
        Optional<Footprint> after =
                engine.get().map(it -> before.map(earlier -> earlier.and(it)).orElse(it));
        if (after.isEmpty() || after.equals(before)) {
            return;
        }
        known.put(model, after);
        try {
            measures.ifPresent(
                    it -> it.put(KIND + model, FootprintJson.of(after.get()).toString()));
        } catch (StorageException refused) {
            LOG.log(Level.INFO, "a footprint is not kept: {0}", refused.getMessage());
        }
    }
}
