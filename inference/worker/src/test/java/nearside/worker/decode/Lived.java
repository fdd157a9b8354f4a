package nearside.worker.decode;

import nearside.engine.TokenIds;

import java.util.ArrayList;
import java.util.List;

/// A conversation as it was lived with a decoder, while another loop wrote every reply too.
///
/// @param read tokens of prompts that were read
/// @param cached tokens of prompts that were taken from what was read before
/// @param accepted drafts that were right
/// @param wrong the turns in which the two differed
record Lived(int turns, int read, int cached, int accepted, List<Integer> wrong) {
    Lived {
        wrong = List.copyOf(wrong);
    }

    /// Writes a turn; the last thing told is the reply.
    @FunctionalInterface
    interface Tried {
        List<Told> write(Turn turn) throws Exception;
    }

    /// Writes the reply that is right.
    @FunctionalInterface
    interface Plain {
        List<Integer> write(Turn turn) throws Exception;
    }

    static Lived of(RandomTalk talk, int turns, Tried tried, Plain plain) throws Exception {
        List<Told> told = new ArrayList<>();
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            Turn turn = talk.turn();
            told.addAll(tried.write(turn));
            List<Integer> reply = plain.write(turn);
            if (!reply.equals(told.getLast().reply)) {
                wrong.add(i);
            }
            talk.answered(TokenIds.of(reply.stream().mapToInt(id -> id).toArray()));
        }
        return new Lived(
                turns,
                told.stream().mapToInt(Told::read).sum(),
                told.stream().mapToInt(one -> one.cached).sum(),
                told.stream().mapToInt(Told::accepted).sum(),
                wrong);
    }
}
