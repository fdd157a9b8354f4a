package nearside.worker;

import nearside.engine.Prompt;
import nearside.engine.local.Frame;
import nearside.engine.local.Held;
import nearside.worker.decode.Landing;
import nearside.worker.decode.StopSign;

/// What the thinking thread is asked to do, one after another.
sealed interface Work {
    record Open(Frame.Open order) implements Work {}

    record Answer(int turn, Prompt prompt, StopSign stop) implements Work {}

    /// Hand out what is read.
    ///
    /// @param enough raised when the program wants no more of it
    record Keep(Frame.Keep order, StopSign enough) implements Work {}

    record Offer(Frame.Offer order) implements Work {}

    record LetGo(Held.Part part) implements Work {}

    /// All bytes of a conversation came.
    record Land(Landing landing) implements Work {}

    /// The rest of a conversation will not come.
    record Drop(Landing landing) implements Work {}
}
