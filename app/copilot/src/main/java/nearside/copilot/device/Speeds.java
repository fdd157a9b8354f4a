package nearside.copilot.device;

import nearside.engine.Usage;
import nearside.storage.Measures;
import nearside.storage.StorageException;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// How fast each model is on this device, from all turns that it answered here. May be used by
/// several threads.
public final class Speeds {
    private static final System.Logger LOG = System.getLogger("nearside.copilot");

    private final Measures measures;
    private final Map<String, Speed> known = new HashMap<>();

    public Speeds(Measures measures) {
        this.measures = Objects.requireNonNull(measures);
    }

    /// The speed of a model; unknown before its first turn.
    public synchronized Speed of(String model) {
        return known.computeIfAbsent(
                model, name -> measures.of(name).flatMap(SpeedJson::read).orElse(Speed.UNKNOWN));
    }

    /// Learns from one more turn.
    public void learn(String model, Usage usage) {
        keep(model, speed -> speed.after(usage));
    }

    /// Takes one more measurement that was no turn.
    void measured(String model, Usage usage) {
        keep(model, speed -> speed.measured(usage));
    }

    /// That it cannot be kept is no trouble: the next turn is measured, too.
    private synchronized void keep(String model, UnaryOperator<Speed> learning) {
        Speed before = of(model);
        Speed after = learning.apply(before);
        known.put(model, after);
        if (!after.equals(before)) {
            try {
                measures.put(model, SpeedJson.of(after).toString());
            } catch (StorageException refused) {
                LOG.log(Level.INFO, "a speed is not kept: {0}", refused.getMessage());
            }
        }
    }
}
