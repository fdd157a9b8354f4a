package nearside.worker;

import nearside.engine.Prompt;
import nearside.engine.local.Frame;
import nearside.worker.decode.StopSign;

/// What the thinking thread is asked to do, one after another.
sealed interface Work {
    record Open(Frame.Open order) implements Work {}

    record Answer(int turn, Prompt prompt, StopSign stop) implements Work {}
}
