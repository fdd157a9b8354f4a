package nearside.worker.decode;

import nearside.engine.TokenIds;
import nearside.engine.local.Held;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.RotaryFactors;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;

/// The conversations that stay read, so that the same words are never read twice: a prompt goes on
/// where it first differs from one of them. Within a budget of memory; the least recently used
/// leaves first.
public final class PrefixCache implements AutoCloseable {
    /// A conversation that would lose more than this by going on elsewhere is kept, and the common
    /// part is copied.
    private static final int WORTH_KEEPING = 128;

    /// The last tokens of a prompt are read again in any case: their logits are wanted, and a run
    /// of one row is rounded differently from one of many.
    private static final int ALWAYS_READ = 2;

    private static final int STEP = 256;

    /// What is kept on a disk is not worth bringing back for fewer tokens than this, nor for fewer
    /// than one in so many of it: bringing one back takes about a tenth of reading it.
    private static final int LEAST_GAIN = 32;

    private static final int GAIN_PART = 8;

    private final OnnxModel model;
    private final LongUnaryOperator budget;
    private final List<Slot> slots = new ArrayList<>(); // the most recently used last

    /// A cache that holds nothing.
    ///
    /// @param budget bytes that conversations may hold in all, by what they hold now
    public PrefixCache(OnnxModel model, LongUnaryOperator budget) {
        this.model = model;
        this.budget = budget;
    }

    /// A conversation that has read as much of the prompt as possible and nothing else, with room
    /// for so many tokens in all.
    Slot take(TokenIds prompt, int tokens) throws OnnxFailure {
        Optional<Slot> best = best(prompt);
        int common = best.map(slot -> usable(slot, prompt)).orElse(0);
        Slot taken =
                common == 0
                        ? Slot.of(model, capacity(tokens))
                        : continued(best.orElseThrow(), common, tokens);
        slots.remove(taken);
        makeRoom(prompt.count() * model.kvBytesPerToken());
        slots.add(taken);
        return taken;
    }

    private Optional<Slot> best(TokenIds prompt) {
        return slots.stream().max(Comparator.comparingInt(slot -> usable(slot, prompt)));
    }

    /// Tokens whose keys and values the prompt takes over where they lie.
    int kept(TokenIds prompt) {
        return best(prompt)
                .map(slot -> branches(slot, usable(slot, prompt)) ? 0 : usable(slot, prompt))
                .orElse(0);
    }

    private static boolean branches(Slot slot, int common) {
        return slot.length() - common > WORTH_KEEPING;
    }

    /// The conversation that was used last.
    Optional<Slot> newest() {
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.getLast());
    }

    /// A place for what was kept of a conversation, with room for so many tokens in all; empty
    /// where the prompt would gain too little by it.
    Optional<Landing> landing(TokenIds prompt, int tokens, KvSnapshot kept) throws OnnxFailure {
        boolean fits =
                kept.bytesPerToken() == model.kvBytesPerToken()
                        && kept.end() <= model.folder().shape().window();
        if (!fits || gain(prompt, kept) < Math.max(LEAST_GAIN, kept.end() / GAIN_PART)) {
            return Optional.empty();
        }
        makeRoom(kept.end() * model.kvBytesPerToken());
        Slot slot = Slot.of(model, capacity(Math.max(tokens, kept.end())));
        return Optional.of(new Landing(slot, kept));
    }

    private int gain(TokenIds prompt, KvSnapshot kept) {
        int common = Slot.common(kept.ids().toArray(), kept.end(), prompt);
        int there = best(prompt).map(slot -> usable(slot, prompt)).orElse(0);
        return usable(common, kept.factors() == RotaryFactors.LONG, prompt) - there;
    }

    /// Takes in a conversation that came back.
    void land(Landing landing) {
        slots.add(landing.landed());
    }

    private Slot continued(Slot slot, int common, int tokens) throws OnnxFailure {
        if (branches(slot, common)) {
            return slot.copy(common, capacity(tokens));
        }
        slot.rewind(common);
        try {
            slot.reserve(tokens, capacity(tokens));
        } catch (OnnxFailure e) {
            drop(slot);
            throw e;
        }
        return slot;
    }

    /// Room for twice as many, so that few turns make a conversation grow, which copies it: that
    /// took a next turn longer than its own tokens. What no token has reached yet is not resident.
    private int capacity(int tokens) {
        long room = (2L * tokens + STEP - 1) / STEP * STEP;
        return (int) Math.min(model.folder().shape().window(), room);
    }

    /// Tokens that the prompt can take over. Keys that were rotated by the factors for short
    /// contexts are of no use in a long one, nor the other way round.
    private int usable(Slot slot, TokenIds prompt) {
        return usable(slot.common(prompt), slot.isLong(), prompt);
    }

    private int usable(int common, boolean isLong, TokenIds prompt) {
        OptionalInt switchAt = model.folder().shape().switchAt();
        boolean sameFactors = isLong == ReadingPlan.isLong(prompt.count(), switchAt);
        return sameFactors ? Math.max(0, Math.min(common, prompt.count() - ALWAYS_READ)) : 0;
    }

    private void makeRoom(long bytes) {
        long most = budget.applyAsLong(bytes());
        while (!slots.isEmpty() && bytes() + bytes > most) {
            drop(slots.getFirst());
        }
    }

    /// What all conversations hold in memory.
    long bytes() {
        return slots.stream().mapToLong(Slot::bytes).sum();
    }

    Held held() {
        return new Held(bytes(), newest().map(Slot::bytes).orElse(0L));
    }

    void letGo(Held.Part part) {
        int kept =
                switch (part) {
                    case ALL -> 0;
                    case ALL_BUT_NEWEST -> 1;
                };
        while (slots.size() > kept) {
            drop(slots.getFirst());
        }
    }

    int size() {
        return slots.size();
    }

    /// Forgets one whose keys and values cannot be trusted.
    void drop(Slot slot) {
        slots.remove(slot);
        slot.close();
    }

    /// Forgets all: memory is short, or the model goes.
    @Override
    public void close() {
        slots.forEach(Slot::close);
        slots.clear();
    }
}
