package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.engine.Prompt.Line;

import java.util.List;

/// What a model was given of a conversation last.
///
/// @param talk the whole conversation then
/// @param lines what was said of it, before notes and masks
/// @param seen how much of each line of the talk these have
record Given(List<Line> talk, List<Line> lines, List<Seen> seen) {
    Given {
        talk = List.copyOf(talk);
        lines = List.copyOf(lines);
        seen = List.copyOf(seen);
    }
}
