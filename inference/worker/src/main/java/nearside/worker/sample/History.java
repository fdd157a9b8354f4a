package nearside.worker.sample;

import nearside.engine.Penalties;

import java.util.HashMap;
import java.util.Map;

/// The tokens that were there already, and what they cost.
///
/// Repetition as in CTRL (Keskar et al., 2019), over the reply: what it takes from the prompt is a
/// quote and no loop (docs/decisions/0013). Then presence and frequency over the reply, as OpenAI's
/// interface defines them: logit - count x frequency - (count > 0) x presence.
final class History {
    private final Penalties penalties;
    private final Map<Integer, Integer> replyCounts = new HashMap<>();

    History(Penalties penalties) {
        this.penalties = penalties;
    }

    void add(int id) {
        replyCounts.merge(id, 1, Integer::sum);
    }

    void penalise(float[] logits) {
        if (penalties.repetition() != 1) {
            repetition(logits);
        }
        if (penalties.presence() != 0 || penalties.frequency() != 0) {
            replyCounts.forEach((id, count) ->
                    logits[id] -= (float) (count * penalties.frequency() + penalties.presence()));
        }
    }

    private void repetition(float[] logits) {
        for (int id : replyCounts.keySet()) {
            double logit = logits[id];
            logits[id] =
                    (float)
                            (logit < 0
                                    ? logit * penalties.repetition()
                                    : logit / penalties.repetition());
        }
    }
}
