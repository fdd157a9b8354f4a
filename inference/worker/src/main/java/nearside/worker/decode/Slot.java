package nearside.worker.decode;

import nearside.engine.TokenIds;
import nearside.engine.local.RotaryFactors;
import nearside.worker.onnx.Context;
import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.KvStretch;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;

import java.util.Arrays;
import java.util.OptionalInt;

/// One conversation that the model has read: its tokens, and their keys and values.
final class Slot implements AutoCloseable {
    private final Context context;
    private final OptionalInt switchAt;
    private final boolean choosesFactors;
    private int[] ids;
    private boolean isLong;
    private int rotaryLength;

    /// @param context with as many tokens read as there are ids
    private Slot(Context context, OptionalInt switchAt, boolean choosesFactors, int[] ids) {
        this.context = context;
        this.switchAt = switchAt;
        this.choosesFactors = choosesFactors;
        this.ids = ids;
    }

    static Slot of(OnnxModel model, int capacity) throws OnnxFailure {
        return new Slot(
                model.context(capacity),
                model.folder().shape().switchAt(),
                model.choosesRotaryFactors(),
                new int[0]);
    }

    /// Another conversation that begins with the same tokens.
    Slot copy(int tokens, int capacity) throws OnnxFailure {
        int[] begin = Arrays.copyOf(ids, tokens);
        Slot copy = new Slot(context.copy(tokens, capacity), switchAt, choosesFactors, begin);
        copy.isLong = isLong;
        return copy;
    }

    /// The keys and values of a stretch of its tokens.
    KvStretch stretch(int from, int to) {
        return context.stretch(from, to);
    }

    /// Takes these tokens for read: their keys and values were put in.
    void wasRead(TokenIds read, RotaryFactors factors) {
        ids = read.toArray();
        isLong = factors == RotaryFactors.LONG;
        context.wasRead(ids.length);
    }

    /// What is read from there on.
    TokenIds idsFrom(int from) {
        return TokenIds.of(Arrays.copyOfRange(ids, from, length()));
    }

    RotaryFactors factors() {
        return isLong ? RotaryFactors.LONG : RotaryFactors.SHORT;
    }

    /// Whether the keys were rotated by the factors for long contexts.
    boolean isLong() {
        return isLong;
    }

    /// Takes the rotary factors for so many tokens from now on.
    void rotateFor(int tokens) {
        rotaryLength = tokens;
        context.rotateFor(tokens);
    }

    /// Where the first run of a long prompt must have gone beyond, because the model goes by what
    /// it has in sight; empty where it does what [#rotateFor] says.
    OptionalInt firstRunBeyond() {
        return choosesFactors ? OptionalInt.empty() : switchAt;
    }

    /// Tokens after which the model changes its rotary factors, if ever.
    OptionalInt switchAt() {
        return switchAt;
    }

    int length() {
        return context.length();
    }

    long bytes() {
        return context.bytes();
    }

    /// How many tokens at its beginning are the prompt's too.
    int common(TokenIds prompt) {
        return common(ids, length(), prompt);
    }

    /// How many of the first ids are the prompt's too.
    static int common(int[] ids, int length, TokenIds prompt) {
        int most = Math.min(length, prompt.count());
        for (int i = 0; i < most; i++) {
            if (ids[i] != prompt.at(i)) {
                return i;
            }
        }
        return most;
    }

    void rewind(int tokens) {
        context.rewind(tokens);
    }

    /// Makes room for `most` tokens in all if there is none for so many.
    void reserve(int tokens, int most) throws OnnxFailure {
        context.reserve(tokens, most);
    }

    Logits read(Interruption interruption, int... more) throws OnnxFailure {
        return with(context.read(interruption, more), more);
    }

    Logits readForLast(Interruption interruption, int... more) throws OnnxFailure {
        return with(context.readForLast(interruption, more), more);
    }

    /// Notes the tokens that were just read.
    private Logits with(Logits logits, int[] more) {
        int before = length() - more.length;
        isLong = ReadingPlan.isLong(Math.max(length(), rotaryLength), switchAt);
        if (ids.length < length()) {
            ids = Arrays.copyOf(ids, Math.max(length(), 2 * before));
        }
        System.arraycopy(more, 0, ids, before, more.length);
        return logits;
    }

    @Override
    public void close() {
        context.close();
    }
}
