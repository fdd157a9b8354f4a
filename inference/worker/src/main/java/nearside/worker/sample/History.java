package nearside.worker.sample;

import nearside.engine.Penalties;
import nearside.engine.TokenIds;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The tokens that were there already, and what they cost.
///
/// Repetition as in CTRL (Keskar et al., 2019) over prompt and reply, as in Hugging Face's
/// `RepetitionPenaltyLogitsProcessor`, but for the tokens that end a reply: those in the prompt are
/// the template's, and a model that must not repeat them would not come to an end. Then presence
/// and frequency over the reply alone, as OpenAI's interface defines them: logit - count x
/// frequency - (count > 0) x presence.
final class History {
    private final Penalties penalties;
    private final BitSet seen = new BitSet();
    private final Map<Integer, Integer> replyCounts = new HashMap<>();

    /// @param endOfReply ids that are never penalised for standing in the prompt
    History(Penalties penalties, TokenIds prompt, Set<Integer> endOfReply) {
        this.penalties = penalties;
        prompt.stream().filter(id -> !endOfReply.contains(id)).forEach(seen::set);
    }

    void add(int id) {
        seen.set(id);
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
        for (int id = seen.nextSetBit(0); id >= 0; id = seen.nextSetBit(id + 1)) {
            double logit = logits[id];
            logits[id] =
                    (float)
                            (logit < 0
                                    ? logit * penalties.repetition()
                                    : logit / penalties.repetition());
        }
    }
}
