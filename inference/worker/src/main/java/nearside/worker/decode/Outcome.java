package nearside.worker.decode;

import nearside.engine.EngineFailure;
import nearside.engine.Finish;

/// How a reply ended.
public sealed interface Outcome {
    record Finished(Finish finish) implements Outcome {}

    record Failed(EngineFailure failure) implements Outcome {}
}
