package nearside.worker;

import nearside.engine.TokenIds;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;
import nearside.worker.decode.Pieces;
import nearside.worker.text.StreamedText;

import java.io.IOException;

/// Sends one reply to the program, token by token.
final class ReplyOut implements Pieces {
    private final FrameWriter out;
    private final int turn;
    private final StreamedText text;

    ReplyOut(FrameWriter out, int turn, StreamedText text) {
        this.out = out;
        this.turn = turn;
        this.text = text;
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
        String piece = endsReply ? "" : text.add(id);
        out.write(new Frame.Text(turn, piece, TokenIds.of(id)));
    }

    /// Sends what the last tokens left over.
    void end() throws IOException {
        String rest = text.end();
        if (!rest.isEmpty()) {
            out.write(new Frame.Text(turn, rest, TokenIds.NONE));
        }
    }
}
