package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.memory.Need;

/// Memory that a turn needs before its first reply token, in bytes.
///
/// @param weights zero when they are in memory already
/// @param context KV cache of the prompt, and what its reading takes
/// @param margin what is left to everybody else
record Footprint(long weights, long context, long margin) {
    private static final long SMALLEST_MARGIN = 1L << 30;

    static Footprint of(Situation situation, Present model) {
        return of(situation, model, Math.min(situation.prompt().count(), model.window()));
    }

    private static Footprint of(Situation situation, Present model, int prompt) {
        long weights = model.loaded() == Weights.LOADED ? 0 : Need.toLoad(model.size()).bytes();
        long margin = Math.max(SMALLEST_MARGIN, situation.memory().totalBytes() / 10);
        return new Footprint(weights, Need.toAnswer(model.size(), prompt, 0).bytes(), margin);
    }

    /// How many fewer prompt tokens would save so many bytes.
    static int tokensToSave(Situation situation, Present model, long bytes) {
        int prompt = Math.min(situation.prompt().count(), model.window());
        long most = of(situation, model, prompt).bytes() - bytes;
        int fits = 0;
        int tooMany = prompt;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (of(situation, model, middle).bytes() <= most) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return prompt - fits;
    }

    long bytes() {
        return weights + context + margin;
    }
}
