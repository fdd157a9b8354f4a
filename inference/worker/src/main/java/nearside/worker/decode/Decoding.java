package nearside.worker.decode;

import nearside.engine.EngineFailure.PromptTooLong;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;
import nearside.worker.onnx.Context;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;

/// Writes one reply: reads the prompt, then one token a run.
public final class Decoding {
    private final OnnxModel model;
    private final Sampler sampler;
    private final StopSign stop;
    private final Pieces pieces;
    private final int window;
    private final OptionalInt switchAt;

    public Decoding(OnnxModel model, Sampling sampling, StopSign stop, Pieces pieces) {
        ModelFolder.Shape shape = model.folder().shape();
        this.model = model;
        this.sampler = new Sampler(sampling);
        this.stop = stop;
        this.pieces = pieces;
        this.window = shape.window();
        this.switchAt = shape.switchAt();
    }

    /// Writes until the model ends the reply, the limit or the window is reached, or somebody stops
    /// it.
    public Outcome write(TokenIds prompt, int replyLimit) throws IOException {
        if (prompt.count() >= window) {
            return new Outcome.Failed(new PromptTooLong(prompt.count(), window));
        }
        pieces.reading(prompt);
        int capacity = (int) Math.min(window, (long) prompt.count() + replyLimit);
        Stage[] stage = {Stage.READ};
        try (Context context = model.context(capacity)) {
            stop.onRaise(context::interrupt);
            return new Outcome.Finished(loop(context, prompt, capacity, stage));
        } catch (OnnxFailure e) {
            return stop.isRaised()
                    ? new Outcome.Finished(Finish.STOP)
                    : new Outcome.Failed(e.at(stage[0]));
        }
    }

    private Finish loop(Context context, TokenIds prompt, int capacity, Stage[] stage)
            throws OnnxFailure, IOException {
        int[] all = Arrays.copyOf(prompt.toArray(), capacity);
        int count = prompt.count();
        float[] logits = read(context, prompt.toArray());
        stage[0] = Stage.WRITE;
        while (!stop.isRaised()) {
            int id = sampler.next(logits);
            all[count] = id;
            count++;
            boolean ends = model.folder().names().endOfReply().contains(id);
            pieces.wrote(id, ends);
            if (ends) {
                return Finish.EOS;
            }
            if (count == capacity) {
                return Finish.LENGTH;
            }
            logits = readNext(context, all, count);
        }
        return Finish.STOP;
    }

    /// Reads the newest token, or everything again where a long-context model changes its rotary
    /// factors: keys that were rotated by the short ones are wrong from there on.
    private float[] readNext(Context context, int[] all, int count) throws OnnxFailure {
        if (ReadingPlan.crosses(context.length(), switchAt)) {
            context.forget();
            return read(context, Arrays.copyOf(all, count));
        }
        return context.read(all[count - 1]);
    }

    private float[] read(Context context, int[] ids) throws OnnxFailure {
        float[] logits = {};
        int at = 0;
        context.rotateFor(ids.length);
        OptionalInt first = model.choosesRotaryFactors() ? OptionalInt.empty() : switchAt;
        for (int run : ReadingPlan.runs(ids.length, first)) {
            logits = context.read(Arrays.copyOfRange(ids, at, at + run));
            at += run;
        }
        return logits;
    }
}
