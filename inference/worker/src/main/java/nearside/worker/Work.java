package nearside.worker;

import nearside.engine.Prompt;
import nearside.worker.decode.StopSign;

/// What the thinking thread is asked to do, one after another.
sealed interface Work {
    record Open(String folder) implements Work {}

    record Answer(int turn, Prompt prompt, StopSign stop) implements Work {}
}
