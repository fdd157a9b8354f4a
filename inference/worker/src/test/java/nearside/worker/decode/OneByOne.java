package nearside.worker.decode;

import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.worker.onnx.Context;
import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;

import java.util.Optional;

/// The loop that everything else must agree with: the whole prompt in one run, then one token a
/// run, a new context for each reply.
record OneByOne(OnnxModel model) {
    Told write(Turn turn) throws OnnxFailure {
        return write(turn.prompt(), turn.sampling(), turn.limit());
    }

    Told write(TokenIds prompt, Sampling sampling, int limit) throws OnnxFailure {
        Told told = new Told();
        Sampler sampler = new Sampler(sampling, Optional.empty());
        try (Context context = model.context(prompt.count() + limit);
                Interruption never = model.interruption()) {
            Logits logits = context.read(never, prompt.toArray());
            while (true) {
                int id = told.chosen(logits.row(logits.rows() - 1), sampler);
                told.reply.add(id);
                if (told.reply.size() == limit
                        || model.folder().names().endOfReply().contains(id)) {
                    return told;
                }
                logits = context.read(never, id);
            }
        }
    }
}
