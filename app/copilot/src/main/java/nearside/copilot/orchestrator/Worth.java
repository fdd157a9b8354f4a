package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Model.Present;

/// How much of what was asked a decision gives here.
///
/// @param kind of the answer
/// @param replyLimit the most tokens it can have
/// @param asked how many it was asked to have
record Worth(Kind kind, int replyLimit, int asked) {
    /// The worst first.
    enum Kind {
        NOT_HERE,
        PACKED,
        IN_SMALL_CACHE,
        WHOLE
    }

    static Worth of(Decision decision) {
        return switch (decision.target()) {
            case Target.Local here -> of(here, decision.situation());
            case Target.Choose(Target.Local here, var _) -> of(here, decision.situation());
            case Target.Far _, Target.Stop _ ->
                    new Worth(Kind.NOT_HERE, 0, decision.situation().asked().replyLimit());
        };
    }

    private static Worth of(Target.Local here, Situation situation) {
        return new Worth(kind(here, situation), here.replyLimit(), situation.asked().replyLimit());
    }

    private static Kind kind(Target.Local here, Situation situation) {
        if (here.budget().isPresent()) {
            return Kind.PACKED;
        }
        boolean changes =
                situation.model() instanceof Present present && here.kv() != present.cache().now();
        return changes ? Kind.IN_SMALL_CACHE : Kind.WHOLE;
    }

    boolean isAll() {
        return kind == Kind.WHOLE && replyLimit == asked;
    }

    /// Whether it is worth letting go of other conversations: a reply that is less than twice as
    /// long is not.
    boolean isBetterThan(Worth other) {
        int better = kind.compareTo(other.kind);
        boolean longer = kind != Kind.NOT_HERE && replyLimit >= 2L * other.replyLimit;
        return better > 0 || (better == 0 && longer);
    }
}
