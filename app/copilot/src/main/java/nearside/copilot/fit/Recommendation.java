package nearside.copilot.fit;

import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.orchestrator.Wanted;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which model a person should get for this device.
public sealed interface Recommendation {
    /// This one; it is here already where nothing has to come.
    record Take(Candidate model, FitLabel label) implements Recommendation {
        public Take {
            Objects.requireNonNull(model);
            Objects.requireNonNull(label);
        }
    }

    /// None: what is here stays, since nothing else fits.
    ///
    /// @param nearest the one that lacks least
    record Stay(Candidate nearest, FitLabel label) implements Recommendation {
        public Stay {
            Objects.requireNonNull(nearest);
            Objects.requireNonNull(label);
        }
    }

    /// Nothing is offered of which anything could be said.
    record Nothing() implements Recommendation {}

    /// One that was judged.
    record Judged(Candidate model, FitLabel label) {
        public Judged {
            Objects.requireNonNull(model);
            Objects.requireNonNull(label);
        }

        /// Whether this is the form that what computes here computes best.
        private boolean isMadeForThis() {
            return label.computing().on() == model.madeFor();
        }
    }

    /// All that may be chosen, judged on this device, in the same order.
    static List<Judged> judged(List<Candidate> offered, Wanted wanted, Here here) {
        return offered.stream()
                .map(it -> new Judged(it, FitLabel.of(new FitQuestion(it, wanted, here, offered))))
                .toList();
    }

    /// The first that runs well, else the first that is tight. Of one model the form that is made
    /// for what computes here goes before the others; a form for something that is not here is
    /// never recommended.
    ///
    /// @param offered in the order in which they are recommended
    static Recommendation of(List<Judged> offered) {
        List<Judged> usable = offered.stream().filter(Judged::isMadeForThis).toList();
        return Stream.of(State.RUNS_WELL, State.TIGHT)
                .flatMap(state -> first(usable, it -> it.label().state() == state).stream())
                .findFirst()
                .<Recommendation>map(it -> best(it, usable))
                .or(() -> nearest(usable))
                .orElseGet(Nothing::new);
    }

    private static Optional<Judged> first(List<Judged> all, Predicate<Judged> which) {
        return all.stream().filter(which).findFirst();
    }

    /// Of the same model and no worse, one for an accelerator.
    private static Take best(Judged found, List<Judged> usable) {
        Judged best =
                usable.stream()
                        .filter(it -> it.model().model().equals(found.model().model()))
                        .filter(it -> it.label().state() == found.label().state())
                        .min(Comparator.comparing(it -> it.label().computing().on()))
                        .orElse(found);
        return new Take(best.model(), best.label());
    }

    private static Optional<Recommendation> nearest(List<Judged> usable) {
        return usable.stream()
                .min(
                        Comparator.comparingLong(it ->
                                it.label().numbers().missing()
                                        + it.label().numbers().disk().missing()))
                .map(it -> new Stay(it.model(), it.label()));
    }
}
