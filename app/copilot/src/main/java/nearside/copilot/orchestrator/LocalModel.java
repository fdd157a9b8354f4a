package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Footprint;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import java.util.Objects;
import java.util.Optional;

/// The model that would answer here, how it keeps its cache, whether it is in memory, and what it
/// was measured to take.
record LocalModel(ModelFolder folder, Cache cache, Weights weights, Optional<Footprint> seen) {
    LocalModel {
        Objects.requireNonNull(seen);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(cache);
        Objects.requireNonNull(weights);
    }

    /// One that was never measured.
    LocalModel(ModelFolder folder, Cache cache, Weights weights) {
        this(folder, cache, weights, Optional.empty());
    }

    String id() {
        return folder.id();
    }

    /// By which its speed and its footprint are known: another cache is another speed.
    String measured() {
        return measured(folder, cache.now());
    }

    static String measured(ModelFolder folder, KvPrecision kv) {
        return folder.id() + " " + folder.contents().tokenizerHash() + " " + kv;
    }

    String tokenizerHash() {
        return folder.contents().tokenizerHash();
    }

    Present forDecision() {
        return new Present(
                folder.id(),
                ModelSize.of(folder, cache.now()).with(seen),
                folder.shape().window(),
                weights,
                cache);
    }

    /// Whether the model could be loaded as it is kept, and answer a short question, with the
    /// memory that is free now.
    boolean loads(Memory memory) {
        Situation shortQuestion =
                Situation.alone(
                        forDecision(),
                        new Situation.Tokens(
                                Situation.Asked.SHORTEST_REPLY, Situation.Certainty.ESTIMATED),
                        Situation.Asked.SHORTEST_REPLY,
                        memory);
        return Decision.of(shortQuestion).target() instanceof Decision.Target.Local local
                && local.kv() == cache.now();
    }
}
