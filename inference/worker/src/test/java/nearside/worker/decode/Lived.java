package nearside.worker.decode;

import nearside.engine.TokenIds;

import java.util.ArrayList;
import java.util.List;

/// A conversation as it was lived with a decoder, while another loop wrote every reply too.
///
/// @param read tokens of prompts that were read
/// @param cached tokens of prompts that were taken from what was read before
/// @param accepted drafts that were right
/// @param apart how far logits of the two were apart at most
/// @param differing turns in which the replies were not the same
record Lived(int read, int cached, int accepted, double apart, List<Integer> differing) {
    Lived {
        differing = List.copyOf(differing);
    }

    /// Writes a turn; the last thing told is the reply.
    @FunctionalInterface
    interface Tried {
        List<Told> write(Turn turn) throws Exception;
    }

    /// Writes the reply that is right.
    @FunctionalInterface
    interface Plain {
        Told write(Turn turn) throws Exception;
    }

    static Lived of(RandomTalk talk, int turns, Tried tried, Plain plain) throws Exception {
        Lived lived = new Lived(0, 0, 0, 0, List.of());
        for (int i = 0; i < turns; i++) {
            Turn turn = talk.turn();
            Told reply = plain.write(turn);
            lived = lived.plus(i, tried.write(turn), reply);
            talk.answered(TokenIds.of(reply.reply.stream().mapToInt(id -> id).toArray()));
        }
        return lived;
    }

    private Lived plus(int turn, List<Told> told, Told right) {
        Told reply = told.getLast();
        List<Integer> turns = new ArrayList<>(differing);
        if (!reply.same(right)) {
            turns.add(turn);
        }
        return new Lived(
                read + told.stream().mapToInt(Told::read).sum(),
                cached + told.stream().mapToInt(one -> one.cached).sum(),
                accepted + told.stream().mapToInt(Told::accepted).sum(),
                Math.max(apart, reply.apart(right)),
                turns);
    }
}
