package nearside.worker.decode;

import nearside.engine.TokenIds;
import nearside.worker.onnx.Context;
import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;

import java.util.Arrays;
import java.util.OptionalInt;

/// One conversation that the model has read: its tokens, and their keys and values.
final class Slot implements AutoCloseable {
    private final Context context;
    private final OptionalInt switchAt;
    private int[] ids;
    private boolean isLong;

    /// @param context with as many tokens read as there are ids
    /// @param switchAt tokens after which the model changes its rotary factors, if ever
    private Slot(Context context, OptionalInt switchAt, int[] ids, boolean isLong) {
        this.context = context;
        this.switchAt = switchAt;
        this.ids = ids;
        this.isLong = isLong;
    }

    static Slot of(Context empty, OptionalInt switchAt) {
        return new Slot(empty, switchAt, new int[0], false);
    }

    /// Another conversation that begins with the same tokens.
    Slot copy(int tokens, int capacity) throws OnnxFailure {
        int[] begin = Arrays.copyOf(ids, tokens);
        return new Slot(context.copy(tokens, capacity), switchAt, begin, isLong);
    }

    /// Whether the keys were rotated by the factors for long contexts.
    boolean isLong() {
        return isLong;
    }

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
        int most = Math.min(length(), prompt.count());
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

    void reserve(int tokens) throws OnnxFailure {
        context.reserve(tokens);
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
        isLong = ReadingPlan.isLong(length(), switchAt);
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
