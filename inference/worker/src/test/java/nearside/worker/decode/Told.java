package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.worker.sample.Sampler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a decoder told of one reply.
class Told implements Pieces {
    final List<Integer> reply = new ArrayList<>();
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
        assertInstanceOf(
                Outcome.Finished.class, decoder.write(task, sampler::next, new StopSign(), told));
        return told;
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
