package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Model.Absent;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.engine.KvPrecision;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where a turn goes, why, and what would have changed it.
public record Decision(Target target, Reason reason, Situation situation, Needs needs) {

    public Decision {
        Objects.requireNonNull(target);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(situation);
        Objects.requireNonNull(needs);
    }

    /// The decision for a situation. Pure: no clock, no disk, no device.
    public static Decision of(Situation situation) {
        return switch (situation.model()) {
            case Absent() -> stop(situation, Reason.ENGINE_FAILED, Needs.NOTHING);
            case Present model -> of(situation, model);
        };
    }

    private static Decision of(Situation situation, Present model) {
        int room = model.window() - situation.prompt().count();
        if (room < 1 && situation.prompt().certainty() == Certainty.COUNTED) {
            return stop(situation, Reason.WINDOW_EXCEEDED, Needs.tokens(1 - room));
        }
        List<Way> ways = Way.all(situation, model);
        return ways.stream()
                .filter(Way::fits)
                .findFirst()
                .map(Decision::local)
                .orElseGet(() -> outOfMemory(situation, ways));
    }

    private static Decision local(Way way) {
        int replyLimit = way.longestReply();
        return new Decision(
                new Target.Local(replyLimit, way.kv()),
                Reason.FITS,
                way.situation(),
                new Needs(way.bytes(replyLimit) - way.margin(), way.margin(), 0, 0));
    }

    /// The numbers are of the way that lacks least.
    private static Decision outOfMemory(Situation situation, List<Way> ways) {
        Way least = ways.stream().min(Comparator.comparingLong(Way::leastBytes)).orElseThrow();
        long needed = least.leastBytes();
        boolean loads = ways.stream().anyMatch(Way::loads);
        int missingTokens =
                ways.stream()
                        .mapToInt(Way::tokensToSave)
                        .filter(tokens -> tokens > 0)
                        .min()
                        .orElse(0);
        return stop(
                situation,
                loads ? Reason.NO_MEMORY_CONTEXT : Reason.NO_MEMORY_LOAD,
                new Needs(
                        needed - least.margin(),
                        least.margin(),
                        needed - situation.memory().freeBytes(),
                        missingTokens));
    }

    private static Decision stop(Situation situation, Reason reason, Needs needs) {
        return new Decision(new Target.Stop(), reason, situation, needs);
    }

    /// How keys and values are kept for this turn; empty without a model.
    public Optional<KvPrecision> kvCache() {
        return switch (target) {
            case Target.Local(int _, KvPrecision kv) -> Optional.of(kv);
            case Target.Stop() ->
                    situation.model() instanceof Present present
                            ? Optional.of(present.cache().now())
                            : Optional.empty();
        };
    }

    /// Where the reply is written.
    public sealed interface Target {
        /// On this device.
        ///
        /// @param replyLimit the most tokens that fit, at most what was asked
        /// @param kv how keys and values are kept; where the model keeps them otherwise now, it is
        ///   loaded anew
        record Local(int replyLimit, KvPrecision kv) implements Target {}

        /// Nowhere: said honestly, the message stays.
        record Stop() implements Target {}
    }

    /// What the turn needs beside what is there; the counterfactual is the difference.
    ///
    /// @param bytes what the turn itself takes
    /// @param marginBytes what is left to all other programs beside it
    /// @param missingBytes how much more free memory would make it local; zero when memory is not
    ///   the reason
    /// @param missingTokens how many fewer prompt tokens would make it local; zero when they would
    ///   not
    public record Needs(long bytes, long marginBytes, long missingBytes, int missingTokens) {
        static final Needs NOTHING = new Needs(0, 0, 0, 0);

        static Needs tokens(int missing) {
            return new Needs(0, 0, 0, missing);
        }

        /// What must be free for the turn to be answered here.
        public long withMargin() {
            return bytes + marginBytes;
        }
    }
}
