package nearside.copilot.context.cost;

import java.util.List;
import java.util.stream.Stream;

/// Says in which form a conversation is sent.
interface Policy {
    Move move(Standing standing, Turn turn);

    /// Where in a conversation.
    ///
    /// @param number from zero
    /// @param sincePacked turns since it was last packed; zero in the first one
    record Turn(int number, int sincePacked) {}

    /// What is done in one turn.
    record Move(PackingChoice choice, CacheUse use) {}

    /// What the rule says.
    static Policy rule() {
        return (standing, _) -> {
            Weighing weighed = CostRule.choose(standing);
            return new Move(weighed.choice(), weighed.cheapest().use());
        };
    }

    /// What the rule says to somebody who knows another tariff.
    static Policy believing(Tariff tariff) {
        return (standing, turn) ->
                rule().move(
                                new Standing(
                                        standing.fresh(),
                                        standing.frozen(),
                                        standing.whole(),
                                        standing.outputTokens(),
                                        standing.rhythm(),
                                        tariff),
                                turn);
    }

    /// One that never weighs anything.
    record Fixed(String name, Policy policy) {
        private static final List<Integer> TURNS = List.of(2, 4, 8, 16);
        private static final int NEVER = Integer.MAX_VALUE;

        static List<Fixed> all(CacheTerms terms) {
            return terms.uses().stream().flatMap(use -> all(terms, use)).toList();
        }

        private static Stream<Fixed> all(CacheTerms terms, CacheUse use) {
            Policy cold = whenCold(terms, use);
            return Stream.of(
                            Stream.of(
                                    new Fixed("whole", always(PackingChoice.WHOLE, use)),
                                    new Fixed("pack always", always(PackingChoice.PACK_AGAIN, use)),
                                    new Fixed("append always", every(NEVER, use)),
                                    new Fixed("pack when cold", cold)),
                            TURNS.stream().map(it -> new Fixed("pack every " + it, every(it, use))),
                            TURNS.stream()
                                    .map(it ->
                                            new Fixed(
                                                    "pack when cold or every " + it,
                                                    either(cold, every(it, use)))))
                    .flatMap(it -> it)
                    .map(it -> new Fixed(it.name() + " " + use, it.policy()));
        }

        private static Policy always(PackingChoice choice, CacheUse use) {
            return (_, _) -> new Move(choice, use);
        }

        private static Policy every(int turns, CacheUse use) {
            return (standing, turn) ->
                    standing.frozen().isPresent() && turn.sincePacked() < turns
                            ? new Move(PackingChoice.APPEND, use)
                            : new Move(PackingChoice.PACK_AGAIN, use);
        }

        private static Policy whenCold(CacheTerms terms, CacheUse use) {
            return (standing, _) ->
                    standing.frozen()
                                    .filter(it -> it.idle().compareTo(terms.lifetime()) < 0)
                                    .isPresent()
                            ? new Move(PackingChoice.APPEND, use)
                            : new Move(PackingChoice.PACK_AGAIN, use);
        }

        /// Packs where one of them packs.
        private static Policy either(Policy one, Policy other) {
            return (standing, turn) -> {
                Move move = one.move(standing, turn);
                return move.choice() == PackingChoice.PACK_AGAIN
                        ? move
                        : other.move(standing, turn);
            };
        }
    }
}
