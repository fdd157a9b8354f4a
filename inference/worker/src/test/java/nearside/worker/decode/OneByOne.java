package nearside.worker.decode;

import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.worker.onnx.Context;
import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loop that everything else must agree with: the whole prompt in one run, then one token a
/// run, a new context for each reply.
record OneByOne(OnnxModel model) {
    List<Integer> write(Turn turn) throws OnnxFailure {
        return write(turn.prompt(), turn.sampling(), turn.limit());
    }

    List<Integer> write(TokenIds prompt, Sampling sampling, int limit) throws OnnxFailure {
        List<Integer> reply = new ArrayList<>();
        Sampler sampler = new Sampler(sampling, Optional.empty());
        try (Context context = model.context(prompt.count() + limit);
                Interruption never = model.interruption()) {
            Logits logits = context.read(never, prompt.toArray());
            while (true) {
                int id = sampler.next(logits.row(logits.rows() - 1));
                reply.add(id);
                if (reply.size() == limit || model.folder().names().endOfReply().contains(id)) {
                    return reply;
                }
                logits = context.read(never, id);
            }
        }
    }
}
