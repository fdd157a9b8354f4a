package nearside.worker.decode;

import nearside.engine.Sampling;
import nearside.engine.TokenIds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A turn of a conversation.
///
/// @param ahead so many tokens of the prompt are read before the rest, in this order: the prompt is
///   read in chunks of these sizes
record Turn(TokenIds prompt, List<Integer> ahead, Sampling sampling, int limit) {
    Turn {
        ahead = List.copyOf(ahead);
    }

    /// Has a decoder write it; what it told of each beginning, and last of the reply.
    List<Told> by(Decoder decoder) throws IOException {
        List<Told> told = new ArrayList<>();
        for (int count : ahead) {
            Sampling first = Sampling.GREEDY.with(sampling.speculation());
            told.add(Told.of(decoder, RandomTalk.cut(prompt, count), first, 1));
        }
        told.add(Told.of(decoder, prompt, sampling, limit));
        return told;
    }
}
