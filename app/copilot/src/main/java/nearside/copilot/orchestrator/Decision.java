package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Asked;
import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Model.Absent;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.engine.KvPrecision;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

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
            case Absent() -> elsewhere(stop(situation, Reason.ENGINE_FAILED, Needs.NOTHING));
            case Present model -> of(situation, model);
        };
    }

    private static Decision of(Situation situation, Present model) {
        List<Way> ways = Way.whole(situation, model);
        boolean tooLong = isTooLong(situation, model);
        Optional<Decision> here =
                tooLong
                        ? Optional.empty()
                        : ways.stream().filter(Way::fits).findFirst().map(Decision::whole);
        return here.or(() -> packed(ways))
                .orElseGet(() ->
                        elsewhere(
                                tooLong
                                        ? tooLong(situation, model)
                                        : outOfMemory(situation, ways)));
    }

    /// An estimate may be wrong, and is tried where nothing can be left out.
    private static boolean isTooLong(Situation situation, Present model) {
        Asked asked = situation.asked();
        return asked.prompt().count() >= model.window()
                && (asked.prompt().certainty() == Certainty.COUNTED
                        || asked.least() < asked.prompt().count());
    }

    private static Decision tooLong(Situation situation, Present model) {
        int over = situation.prompt().count() - model.window();
        return stop(situation, Reason.WINDOW_EXCEEDED, Needs.tokens(over + 1));
    }

    private static Decision whole(Way way) {
        Target.Local local = new Target.Local(way.longestReply(), way.kv(), OptionalInt.empty());
        return inTime(way, here(way, local, Reason.FITS));
    }

    private static Optional<Decision> packed(List<Way> ways) {
        return ways.stream()
                .flatMap(way -> way.packed().stream())
                .findFirst()
                .map(way ->
                        inTime(
                                way,
                                here(
                                        way,
                                        new Target.Local(
                                                way.longestReply(),
                                                way.kv(),
                                                OptionalInt.of(way.promptTokens())),
                                        Reason.FITS_PACKED)));
    }

    private static Decision here(Way way, Target.Local local, Reason reason) {
        return new Decision(
                local,
                reason,
                way.situation(),
                new Needs(way.bytes(local.replyLimit()) - way.margin(), way.margin(), 0, 0));
    }

    /// Where it is slow here, the person chooses; without a choice it is slow, and that is said.
    private static Decision inTime(Way way, Decision here) {
        Situation situation = way.situation();
        Target.Local local = (Target.Local) here.target();
        int read = read(local, way.promptTokens());
        if (!situation.pace().isSlow(read, local.replyLimit())) {
            return here;
        }
        return switch (situation.beyond()) {
            case Beyond.Open far ->
                    far(situation, far)
                            .map(it -> here.with(new Target.Choose(local, it), Reason.TOO_SLOW))
                            .orElse(here.with(local, Reason.TOO_SLOW));
            case Beyond.Shut(Beyond.Why why) ->
                    here.with(local, why == Beyond.Why.STAY ? Reason.USER_CHOICE : Reason.TOO_SLOW);
        };
    }

    /// What cannot be answered here.
    private static Decision elsewhere(Decision stop) {
        return switch (stop.situation().beyond()) {
            case Beyond.Open far ->
                    far(stop.situation(), far).map(it -> stop.with(it, stop.reason())).orElse(stop);
            case Beyond.Shut(Beyond.Why why) -> stop.with(stop.target(), shut(why, stop.reason()));
        };
    }

    private static Reason shut(Beyond.Why why, Reason here) {
        return switch (why) {
            case NOT_SET_UP -> here;
            case OFFLINE -> Reason.POLICY_OFFLINE;
            case NEVER_HERE, FORBIDDEN, NOBODY_TO_ASK -> Reason.POLICY_CONSENT;
            case STAY -> Reason.USER_CHOICE;
        };
    }

    /// Empty where the far side's window is too small as well.
    private static Optional<Target.Far> far(Situation situation, Beyond.Open far) {
        Asked asked = situation.asked();
        int reply = Math.min(asked.replyLimit(), Math.max(1, far.window() / 2));
        int budget = Math.min(asked.prompt().count(), far.window() - reply);
        return budget >= Math.min(asked.least(), asked.prompt().count())
                ? Optional.of(new Target.Far(far.name(), reply, budget))
                : Optional.empty();
    }

    private Decision with(Target other, Reason why) {
        return new Decision(other, why, situation, needs);
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
                        least.missingBytes(),
                        missingTokens));
    }

    private static Decision stop(Situation situation, Reason reason, Needs needs) {
        return new Decision(new Target.Stop(), reason, situation, needs);
    }

    /// The most tokens of the conversation that are read; empty for all.
    public OptionalInt budget() {
        return switch (target) {
            case Target.Local local -> local.budget();
            case Target.Far far -> OptionalInt.of(far.budget());
            case Target.Choose(Target.Local here, var _) -> here.budget();
            case Target.Stop() -> OptionalInt.empty();
        };
    }

    /// Tokens that are read: what is packed anew leaves some room free.
    private static int read(Target.Local local, int whole) {
        return local.budget().isPresent() ? NearPacking.roomAnew(local.budget().getAsInt()) : whole;
    }

    /// How long an answer here was expected to take; empty for one elsewhere, or where nothing was
    /// known.
    public Optional<Expected> expected() {
        return switch (target) {
            case Target.Local local -> expected(local);
            case Target.Choose(Target.Local here, var _) -> expected(here);
            case Target.Far _, Target.Stop _ -> Optional.empty();
        };
    }

    private Optional<Expected> expected(Target.Local local) {
        int read = read(local, situation.prompt().count());
        return situation
                .pace()
                .expected(read, local.replyLimit())
                .map(it ->
                        new Expected(
                                it.firstWord().toNanos() / 1e9, it.writing(local.replyLimit())));
    }

    /// How long an answer was expected to take.
    ///
    /// @param firstWordSeconds with the model loaded
    /// @param tokensPerSecond while it is written
    public record Expected(double firstWordSeconds, double tokensPerSecond) {}

    /// How keys and values are kept for this turn; empty without a model.
    public Optional<KvPrecision> kvCache() {
        return switch (target) {
            case Target.Local local -> Optional.of(local.kv());
            case Target.Choose(Target.Local here, var _) -> Optional.of(here.kv());
            case Target.Far _, Target.Stop _ ->
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
        /// @param budget the most tokens of the conversation that are read; empty for all
        record Local(int replyLimit, KvPrecision kv, OptionalInt budget) implements Target {
            public Local {
                Objects.requireNonNull(kv);
                Objects.requireNonNull(budget);
            }
        }

        /// On a far side, if the person consents.
        ///
        /// @param budget the most tokens of the conversation that leave
        record Far(String name, int replyLimit, int budget) implements Target {}

        /// As the person says: to wait, or to send.
        record Choose(Local here, Far there) implements Target {}

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
