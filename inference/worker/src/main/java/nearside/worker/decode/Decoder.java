package nearside.worker.decode;

import nearside.engine.EngineFailure.PromptTooLong;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.Held;
import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.RotaryFactors;
import nearside.engine.memory.Need;
import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.KvStretch;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// Writes replies with one model, one after the other, and keeps what it has read.
public final class Decoder implements AutoCloseable {
    private final OnnxModel model;
    private final PrefixCache cache;
    private final Drafts.Rule rule;
    private final RunCost cost = new RunCost();

    /// What a reply is to be.
    ///
    /// @param limit the most tokens it may have
    public record Task(TokenIds prompt, int limit, Speculation speculation) {}

    /// A decoder that has read nothing.
    ///
    /// @param budget how many bytes conversations may hold in all, by what they hold now; the
    ///   newest may hold what it needs
    public Decoder(OnnxModel model, LongUnaryOperator budget) {
        this(model, rule(model), budget);
    }

    Decoder(OnnxModel model, Drafts.Rule rule, LongUnaryOperator budget) {
        this.model = model;
        this.rule = rule;
        this.cache = new PrefixCache(model, budget);
    }

    static Drafts.Rule rule(OnnxModel model) {
        return model.roundsByRows() ? Drafts.Rule.AFTER_EVERY_MATCH : Drafts.Rule.WHERE_IT_PAYS;
    }

    private Drafts.Rule rule(Speculation speculation) {
        return switch (speculation) {
            case PROMPT_LOOKUP -> rule;
            case NONE -> Drafts.Rule.NEVER;
        };
    }

    public ModelFolder folder() {
        return model.folder();
    }

    /// The memory that a reply needs beside what is held already.
    public Need need(Task task) {
        int tokens = task.prompt().count();
        int left = Math.max(0, folder().shape().window() - tokens);
        return Need.toAnswer(model.size(), tokens, Math.min(task.limit(), left))
                .beside(cache.kept(task.prompt()) * model.kvBytesPerToken());
    }

    /// Writes until the model ends the reply, the limit or the window is reached, or somebody stops
    /// it.
    ///
    /// @param choice a new one, made for this prompt
    public Outcome write(Task task, Choice choice, StopSign stop, Pieces pieces)
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
                            new Drafts(rule(task.speculation()), prompt, cost),
                            choice);
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

    /// What is held of all that was read.
    public Held held() {
        return cache.held();
    }

    /// Lets that part of it go: its memory is free again.
    public void letGo(Held.Part part) {
        cache.letGo(part);
    }

    /// Lets go what was read: the next prompt is read whole.
    public void forget() {
        letGo(Held.Part.ALL);
    }

    @Override
    public void close() {
        cache.close();
        model.close();
    }
}
