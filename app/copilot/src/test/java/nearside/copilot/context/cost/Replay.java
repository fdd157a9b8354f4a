package nearside.copilot.context.cost;

import nearside.copilot.context.cost.Policy.Move;
import nearside.copilot.context.cost.ReplayedConversation.Said;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A conversation as one policy sends it and a far side bills it, turn by turn.
record Replay(List<Move> moves, List<Billed> bills) {
    Replay {
        moves = List.copyOf(moves);
        bills = List.copyOf(bills);
    }

    static Replay of(ReplayedConversation conversation, Policy policy, Tariff tariff) {
        Desk desk = new Desk(conversation, tariff);
        CacheSimulation far = new CacheSimulation(tariff.terms(), conversation.seed());
        List<Move> moves = new ArrayList<>();
        List<Billed> bills = new ArrayList<>();
        Duration at = Duration.ZERO;
        for (int turn = 0; turn < conversation.turns().size(); turn++) {
            Said said = conversation.turns().get(turn);
            at = at.plus(said.gap());
            Move move = policy.move(desk.standing(turn, at), desk.turnOf(turn));
            List<Piece> prompt = desk.pieces(move.choice(), turn);
            bills.add(far.answer(prompt, move.use(), said.answer(), at));
            desk.sent(move, turn, at);
            moves.add(move);
        }
        return new Replay(moves, bills);
    }

    /// What the prompts cost; the answers cost the same whatever is sent.
    double usdRead(TokenPrices prices) {
        return bills.stream().mapToDouble(it -> usdRead(it, prices)).sum();
    }

    double usdWritten(TokenPrices prices) {
        return prices.usd(new Billed(0, 0, 0, bills.stream().mapToLong(Billed::output).sum()));
    }

    static double usdRead(Billed bill, TokenPrices prices) {
        return prices.usd(new Billed(bill.uncached(), bill.cached(), bill.written(), 0));
    }

    long count(PackingChoice choice) {
        return moves.stream().filter(it -> it.choice() == choice).count();
    }
}
