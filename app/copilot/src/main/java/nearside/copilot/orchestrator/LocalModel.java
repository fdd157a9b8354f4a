package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import java.util.Objects;

/// The model that would answer here, how it keeps its cache, and whether it is in memory.
public record LocalModel(ModelFolder folder, KvPrecision kv, Weights weights) {
    public LocalModel {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(kv);
        Objects.requireNonNull(weights);
    }

    String id() {
        return folder.id();
    }

    String tokenizerHash() {
        return folder.contents().tokenizerHash();
    }

    Present forDecision() {
        return new Present(folder.id(), ModelSize.of(folder, kv), folder.shape().window(), weights);
    }

    /// Whether the model could be loaded and answer a short question with the memory that is free
    /// now.
    public boolean loads(Memory memory) {
        Situation shortQuestion =
                new Situation(
                        forDecision(),
                        new Situation.Tokens(
                                Decision.SHORTEST_REPLY, Situation.Certainty.ESTIMATED),
                        Decision.SHORTEST_REPLY,
                        memory);
        return Decision.of(shortQuestion).target() instanceof Decision.Target.Local;
    }
}
