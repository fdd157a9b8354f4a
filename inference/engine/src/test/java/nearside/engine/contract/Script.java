package nearside.engine.contract;

import java.util.List;

/// The steps of one scripted reply, after the prompt was read.
public record Script(List<Step> steps) {
    public Script {
        steps = List.copyOf(steps);
    }

    public static Script of(Step... steps) {
        return new Script(List.of(steps));
    }
}
