package nearside.worker;

import nearside.engine.Finish;
import nearside.engine.TokenIds;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;
import nearside.worker.decode.Outcome;
import nearside.worker.decode.Pieces;
import nearside.worker.decode.StopSign;
import nearside.worker.text.ReplyText;

import java.io.IOException;

/// Sends one reply to the program, token by token, and ends it at a stop string.
final class ReplyOut implements Pieces {
    private final FrameWriter out;
    private final int turn;
    private final ReplyText text;
    private final StopSign stop;
    private final Batch batch = new Batch();

    /// @param stop raised when the text comes to a stop string
    ReplyOut(FrameWriter out, int turn, ReplyText text, StopSign stop) {
        this.out = out;
        this.turn = turn;
        this.text = text;
        this.stop = stop;
    }

    @Override
    public void reading(TokenIds prompt, int cached) throws IOException {
        out.write(new Frame.Reading(turn, prompt, cached));
    }

    @Override
    public void read(int tokens) throws IOException {
        out.write(new Frame.ReadOn(turn, tokens));
    }

    @Override
    public void wrote(int id, boolean endsReply) throws IOException {
        if (text.stopped()) {
            return; // written before the sign was seen
        }
        batch.add(endsReply ? "" : text.add(id), id);
        if (text.stopped()) {
            stop.raise();
        }
    }

    @Override
    public void pause() throws IOException {
        if (batch.isDue(System.nanoTime())) {
            send();
        }
    }

    private void send() throws IOException {
        if (!batch.isEmpty()) {
            out.write(new Frame.Text(turn, batch.text(), batch.ids()));
            batch.clear();
        }
    }

    /// Sends what the last tokens left over, and says how the reply ended: by a stop string,
    /// whatever else came to an end with it.
    Outcome end(Outcome outcome) throws IOException {
        batch.add(text.end());
        send();
        return switch (outcome) {
            case Outcome.Finished _ when text.stopped() -> new Outcome.Finished(Finish.STOP_STRING);
            case Outcome.Finished _, Outcome.Failed _ -> outcome;
        };
    }
}
