package nearside.worker.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import nearside.engine.folder.ModelFolder;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// What every run needs beside keys and values. All conversations of a model share it, and nothing
/// is allocated for a run but the mask's tensor; pages are touched as far as runs reach.
final class RunBuffers implements AutoCloseable {
    /// Up to so many rows of logits lie in memory that all runs share. More are wanted only of a
    /// graph that cannot be cut, by the first run of a long-context model.
    private static final int SHARED = 256;

    private final OnnxModel model;
    private final RunKinds kinds;
    private final NativeMemory ids;
    private final NativeMemory positions;
    private final NativeMemory mask;
    private final NativeMemory logits;
    private final NativeMemory rotaryLength = NativeMemory.of(Long.BYTES);
    private final OnnxTensor rotary;
    private final float[] row;
    private final Map<Size, Rows> shared = new HashMap<>();
    private @Nullable NativeMemory largeLogits;
    private @Nullable Rows large;
    private int masked;

    private record Size(int count, int wanted) {}

    RunBuffers(OnnxModel model) throws OnnxFailure, OrtException {
        ModelFolder.Shape shape = model.folder().shape();
        long window = shape.window();
        this.model = model;
        this.kinds = RunKinds.of(model);
        this.row = new float[shape.vocabulary()];
        this.ids = NativeMemory.of(window * kinds.ids().bytes());
        this.positions = NativeMemory.of(window * kinds.positions().bytes());
        this.mask = NativeMemory.of(window * kinds.mask().bytes());
        this.logits = NativeMemory.of(logitBytes(SHARED));
        this.rotary = NumberType.INT64.tensor(model.ort(), rotaryLength.part(0, Long.BYTES), 1);
    }

    private long logitBytes(int rows) {
        return (long) rows * row.length * kinds.logits().bytes();
    }

    /// The tensors of a run over these tokens, which stand after `past` others. Valid until the
    /// next call.
    ///
    /// @param wanted rows of logits, counted from the end; where the graph computes those of all
    ///   rows, so many as there are
    Rows rows(int[] tokens, int past, int wanted) throws OnnxFailure, OrtException {
        int count = tokens.length;
        ByteBuffer idBytes = all(ids, kinds.ids(), count);
        ByteBuffer places = all(positions, kinds.positions(), count);
        for (int i = 0; i < count; i++) {
            kinds.ids().putWhole(idBytes, i, tokens[i]);
            kinds.positions().putWhole(places, i, past + i);
        }
        int rows = model.cutsLogits() ? wanted : count;
        return rows <= SHARED ? sharedRows(count, rows) : largeRows(count);
    }

    private Rows sharedRows(int count, int wanted) throws OrtException {
        Size size = new Size(count, wanted);
        Rows known = shared.get(size);
        if (known == null) {
            known = tensors(size, logits);
            shared.put(size, known);
        }
        return known;
    }

    private Rows largeRows(int count) throws OnnxFailure, OrtException {
        letLargeGo();
        NativeMemory memory = NativeMemory.of(logitBytes(count));
        largeLogits = memory;
        Rows rows = tensors(new Size(count, count), memory);
        large = rows;
        return rows;
    }

    private Rows tensors(Size size, NativeMemory memory) throws OrtException {
        int count = size.count;
        ByteBuffer numbers = memory.part(0, logitBytes(size.wanted));
        return new Rows(
                size.wanted,
                kinds.ids().tensor(model.ort(), all(ids, kinds.ids(), count), 1, count),
                kinds.positions()
                        .tensor(model.ort(), all(positions, kinds.positions(), count), 1, count),
                OnnxTensor.createTensor(model.ort(), new long[] {count - size.wanted}),
                kinds.logits().tensor(model.ort(), numbers, 1, size.wanted, row.length),
                numbers);
    }

    private static ByteBuffer all(NativeMemory memory, NumberType type, int count) {
        return memory.part(0, (long) count * type.bytes());
    }

    /// The mask `[1, total]` of a run after which so many tokens are read. To be closed.
    OnnxTensor mask(int total) throws OrtException {
        ByteBuffer ones = all(mask, kinds.mask(), total);
        for (; masked < total; masked++) {
            kinds.mask().putWhole(ones, masked, 1);
        }
        return kinds.mask().tensor(model.ort(), ones, 1, total);
    }

    /// The length that rotary factors are chosen for. Valid until the next call.
    OnnxTensor rotary(int tokens) {
        NumberType.INT64.putWhole(rotaryLength.part(0, Long.BYTES), 0, tokens);
        return rotary;
    }

    Logits logits(Rows rows) {
        return new Logits(kinds.logits(), rows.numbers(), rows.wanted(), row);
    }

    private void letLargeGo() {
        if (large != null) {
            large.close();
        }
        if (largeLogits != null) {
            largeLogits.close();
        }
        large = null;
        largeLogits = null;
    }

    @Override
    public void close() {
        letLargeGo();
        shared.values().forEach(Rows::close);
        shared.clear();
        rotary.close();
        for (NativeMemory memory :
                new NativeMemory[] {ids, positions, mask, logits, rotaryLength}) {
            memory.close();
        }
    }
}
