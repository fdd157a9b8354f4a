package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.worker.sample.Sampler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a decoder told of one reply, and the logits that each of its tokens was chosen from.
class Told implements Pieces {
    final List<Integer> reply = new ArrayList<>();
    final List<float[]> rows = new ArrayList<>();
    final List<Integer> progress = new ArrayList<>();
    int cached;
    private int asked;
    private int runs = 1;

    /// Writes a reply to its end.
    static Told of(Decoder decoder, TokenIds prompt, Sampling sampling, int limit)
            throws IOException {
        Told told = new Told();
        Decoder.Task task = new Decoder.Task(prompt, limit, sampling.speculation());
        Sampler sampler = new Sampler(sampling, Optional.empty());
        Choice choice = row -> told.chosen(row, sampler);
        assertInstanceOf(Outcome.Finished.class, decoder.write(task, choice, new StopSign(), told));
        return told;
    }

    /// Keeps a row and has a token chosen from it.
    int chosen(float[] row, Sampler sampler) {
        rows.add(row.clone());
        return sampler.next(row);
    }

    /// Whether the other reply has the same tokens.
    boolean same(Told other) {
        return reply.equals(other.reply);
    }

    /// How far the logits of two replies are apart, up to the first token that differs.
    double apart(Told other) {
        double most = 0;
        int last = Math.min(rows.size(), other.rows.size());
        for (int i = 0; i < last && reply.subList(0, i).equals(other.reply.subList(0, i)); i++) {
            most = Math.max(most, apart(rows.get(i), other.rows.get(i)));
        }
        return most;
    }

    static double apart(float[] one, float[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    /// Tokens of the prompt that had to be read.
    int read() {
        return asked - cached;
    }

    /// Tokens that needed no run of their own: their drafts were right.
    int accepted() {
        return reply.size() - runs;
    }

    @Override
    public void reading(TokenIds prompt, int tokens) {
        asked = prompt.count();
        cached = tokens;
    }

    @Override
    public void pause() {
        runs++;
    }

    @Override
    public void read(int tokens) {
        progress.add(tokens);
    }

    @Override
    public void wrote(int id, boolean endsReply) {
        reply.add(id);
    }
}
