package nearside.engine.accelerator;

import java.util.Optional;

/// Where verdicts are kept from one start to the next. Losing them costs a trial, nothing else.
public interface VerdictShelf {
    /// Keeps nothing.
    VerdictShelf NONE =
            new VerdictShelf() {
                @Override
                public Optional<Verdict> find(TrialKey key) {
                    return Optional.empty();
                }

                @Override
                public void keep(TrialKey key, Verdict verdict) {}
            };

    Optional<Verdict> find(TrialKey key);

    /// Keeps the verdict in the place of an earlier one.
    void keep(TrialKey key, Verdict verdict);
}
