package nearside.worker.decode;

import nearside.engine.EngineFailure.PromptTooLong;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.RotaryFactors;
import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.KvStretch;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;

import java.io.IOException;
import java.util.Optional;

/// Writes replies with one model, one after the other, and keeps what it has read.
public final class Decoder implements AutoCloseable {
    /// What conversations may hold in memory, except the newest, which may hold what it needs.
    private static final long KEPT_BYTES = 1L << 30;

    private final OnnxModel model;
    private final PrefixCache cache;
    private final Drafts.Rule rule;
    private final RunCost cost = new RunCost();

    /// What a reply is to be.
    ///
    /// @param limit the most tokens it may have
    public record Task(TokenIds prompt, int limit) {}

    public Decoder(OnnxModel model) {
        this(model, rule(model));
    }

    Decoder(OnnxModel model, Drafts.Rule rule) {
        this.model = model;
        this.rule = rule;
        this.cache = new PrefixCache(model, KEPT_BYTES);
    }

    static Drafts.Rule rule(OnnxModel model) {
        return model.roundsByRows() ? Drafts.Rule.AFTER_EVERY_MATCH : Drafts.Rule.WHERE_IT_PAYS;
    }

    public ModelFolder folder() {
        return model.folder();
    }

    /// Writes until the model ends the reply, the limit or the window is reached, or somebody stops
    /// it.
    ///
    /// @param sampler a new one, made for this prompt
    public Outcome write(Task task, Sampler sampler, StopSign stop, Pieces pieces)
            throws IOException {
        int window = window();
        TokenIds prompt = task.prompt();
        if (prompt.count() >= window) {
            return new Outcome.Failed(new PromptTooLong(prompt.count(), window));
        }
        int most = (int) Math.min(window, (long) prompt.count() + task.limit());
        Stage[] stage = {Stage.READ};
        try (Interruption interruption = model.interruption()) {
            stop.onRaise(interruption::raise);
            Slot slot = cache.take(prompt, most);
            pieces.reading(prompt, slot.length());
            Reading reading = new Reading(slot, interruption, pieces, cost);
            Logits first = reading.read(prompt.toArray());
            stage[0] = Stage.WRITE;
            Writing writing =
                    new Writing(
                            new Writing.Room(most, model.folder().names().endOfReply()),
                            reading,
                            new Drafts(rule, prompt, cost),
                            sampler);
            return new Outcome.Finished(writing.write(first, stop, pieces));
        } catch (OnnxFailure e) {
            if (stop.isRaised()) {
                return new Outcome.Finished(Finish.STOP);
            }
            cache.close(); // memory may be short, and what is in there cannot be trusted
            return new Outcome.Failed(e.at(stage[0]));
        }
    }

    /// What is read of the newest conversation beyond what is kept of it.
    public record Unkept(KvPart part, KvStretch bytes) {}

    /// What to add to the first tokens of the newest conversation that are kept already; empty when
    /// there is none.
    ///
    /// @param factors what those were read with
    public Optional<Unkept> unkept(TokenIds known, RotaryFactors factors) {
        return cache.newest()
                .map(slot -> unkept(slot, slot.factors() == factors ? known : TokenIds.NONE));
    }

    private Unkept unkept(Slot slot, TokenIds known) {
        int from = slot.common(known);
        KvPart part =
                new KvPart(from, slot.idsFrom(from), slot.factors(), (int) model.kvBytesPerToken());
        return new Unkept(part, slot.stretch(from, slot.length()));
    }

    /// A place for what was kept of a conversation; empty where this task would gain too little by
    /// it, or where there is no memory for it.
    public Optional<Landing> landing(Task task, KvSnapshot kept) {
        try {
            int most = (int) Math.min(window(), (long) task.prompt().count() + task.limit());
            return cache.landing(task.prompt(), most, kept);
        } catch (OnnxFailure noMemory) {
            return Optional.empty();
        }
    }

    /// Takes in a conversation of which all bytes came.
    public void land(Landing landing) {
        cache.land(landing);
    }

    private int window() {
        return model.folder().shape().window();
    }

    /// Lets go what was read: its memory is free again, and the next prompt is read whole.
    public void forget() {
        cache.close();
    }

    @Override
    public void close() {
        cache.close();
        model.close();
    }
}
