package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Model.Absent;
import nearside.copilot.orchestrator.Situation.Model.Present;

import java.util.Objects;

/// Where a turn goes, why, and what would have changed it.
public record Decision(Target target, Reason reason, Situation situation, Needs needs) {

    /// A reply shorter than this is no help: below it a lower reply limit is no remedy.
    static final int SHORTEST_REPLY = 64;

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
        int asked = Math.max(1, Math.min(situation.replyLimit(), room));
        long spare = situation.memory().freeBytes() - Footprint.of(situation, model).bytes();
        long kv = model.size().kvBytesPerToken();
        long affordable = kv == 0 ? asked : spare / kv;
        if (spare >= 0 && affordable >= Math.min(asked, SHORTEST_REPLY)) {
            return local(situation, model, (int) Math.min(asked, affordable));
        }
        return outOfMemory(situation, model, Math.min(asked, SHORTEST_REPLY));
    }

    private static Decision local(Situation situation, Present model, int replyLimit) {
        long bytes =
                Footprint.of(situation, model).bytes()
                        + replyLimit * model.size().kvBytesPerToken();
        return new Decision(
                new Target.Local(replyLimit), Reason.FITS, situation, new Needs(bytes, 0, 0));
    }

    private static Decision outOfMemory(Situation situation, Present model, int shortest) {
        Footprint footprint = Footprint.of(situation, model);
        long free = situation.memory().freeBytes();
        long needed = footprint.bytes() + shortest * model.size().kvBytesPerToken();
        long missing = needed - free;
        boolean loads = footprint.weights() + footprint.margin() <= free;
        Reason reason = loads ? Reason.NO_MEMORY_CONTEXT : Reason.NO_MEMORY_LOAD;
        int missingTokens = loads ? Footprint.tokensToSave(situation, model, missing) : 0;
        return stop(situation, reason, new Needs(needed, missing, missingTokens));
    }

    private static Decision stop(Situation situation, Reason reason, Needs needs) {
        return new Decision(new Target.Stop(), reason, situation, needs);
    }

    /// Where the reply is written.
    public sealed interface Target {
        /// On this device.
        ///
        /// @param replyLimit the most tokens that fit, at most what was asked
        record Local(int replyLimit) implements Target {}

        /// Nowhere: said honestly, the message stays.
        record Stop() implements Target {}
    }

    /// What the turn needs beside what is there; the counterfactual is the difference.
    ///
    /// @param missingBytes how much more free memory would make it local; zero when memory is not
    ///   the reason
    /// @param missingTokens how many fewer prompt tokens would make it local; zero when they would
    ///   not
    public record Needs(long bytes, long missingBytes, int missingTokens) {
        static final Needs NOTHING = new Needs(0, 0, 0);

        static Needs tokens(int missing) {
            return new Needs(0, 0, missing);
        }
    }
}
