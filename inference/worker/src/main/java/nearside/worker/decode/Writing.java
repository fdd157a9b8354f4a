package nearside.worker.decode;

import nearside.engine.Finish;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Writes one reply after its prompt was read. Each run reads the newest token and perhaps some
/// drafts; every token is chosen from its own row by the same choice as without drafts, and a draft
/// counts only when it is the token that was chosen. So the reply is the same with and without
/// them.
final class Writing {
    private final Room room;
    private final Reading reading;
    private final Drafts drafts;
    private final Choice choice;

    /// @param most tokens in all, prompt and reply
    /// @param ends tokens that end a reply
    record Room(int most, Set<Integer> ends) {}

    Writing(Room room, Reading reading, Drafts drafts, Choice choice) {
        this.room = room;
        this.reading = reading;
        this.drafts = drafts;
        this.choice = choice;
    }

    Finish write(Logits first, StopSign stop, Pieces pieces) throws OnnxFailure, IOException {
        Logits logits = first;
        while (!stop.isRaised()) {
            Optional<Finish> end = choose(logits, stop, pieces);
            if (end.isPresent()) {
                return end.get();
            }
            int count = drafts.count();
            drafts.plan(Math.min(room.most() - count, reading.roomBeforeSwitch(count)));
            pieces.pause();
            logits = reading.readOn(drafts);
        }
        return Finish.STOP;
    }

    /// Chooses a token from each row as long as the drafts were right, and forgets the wrong ones.
    private Optional<Finish> choose(Logits logits, StopSign stop, Pieces pieces)
            throws IOException {
        int[] tried = drafts.tried();
        int row = logits.rows() - 1 - tried.length;
        int accepted = 0;
        while (true) {
            int id = choice.next(logits.row(row + accepted));
            boolean right = accepted < tried.length && tried[accepted] == id;
            boolean ends = room.ends().contains(id);
            drafts.chose(id);
            int count = drafts.count();
            pieces.wrote(id, ends);
            if (ends || count == room.most()) {
                forget(right ? count : count - 1);
                return Optional.of(ends ? Finish.EOS : Finish.LENGTH);
            }
            if (stop.isRaised()) {
                forget(right ? count : count - 1);
                return Optional.of(Finish.STOP);
            }
            if (!right) {
                forget(count - 1);
                drafts.judge(accepted, id);
                return Optional.empty();
            }
            accepted++;
        }
    }

    private void forget(int tokens) {
        Slot slot = reading.slot();
        slot.rewind(Math.min(slot.length(), tokens));
    }
}
