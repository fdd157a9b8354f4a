package nearside.copilot.context.cost;

import nearside.copilot.context.cost.Policy.Move;

import java.util.Arrays;

/// What a conversation costs somebody who knows all of it beforehand and packs at the turns that
/// are best in the end. What is sent from one packing to the next costs the same whatever was sent
/// before, so the cheapest turns to pack at are a shortest path.
final class Foresight {
    private Foresight() {}

    static double usdRead(ReplayedConversation conversation, Tariff tariff) {
        int turns = conversation.turns().size();
        double[] least = new double[turns + 1];
        Arrays.fill(least, 1, turns + 1, Double.POSITIVE_INFINITY);
        for (int from = 0; from < turns; from++) {
            Replay replay = Replay.of(conversation, packingAt(from), tariff);
            double usd = least[from];
            for (int turn = from; turn < turns; turn++) {
                Billed bill = replay.bills().get(turn);
                double last = Replay.usdRead(notWritten(bill), tariff.prices());
                least[turn + 1] = Math.min(least[turn + 1], usd + last);
                usd += Replay.usdRead(bill, tariff.prices());
            }
        }
        return least[turns];
    }

    /// Up to that turn, and never again.
    private static Policy packingAt(int from) {
        return (_, turn) ->
                new Move(
                        turn.number() <= from ? PackingChoice.PACK_AGAIN : PackingChoice.APPEND,
                        CacheUse.READ_AND_WRITE);
    }

    /// The last one before a packing need not be kept.
    private static Billed notWritten(Billed bill) {
        return new Billed(bill.uncached() + bill.written(), bill.cached(), 0, bill.output());
    }
}
