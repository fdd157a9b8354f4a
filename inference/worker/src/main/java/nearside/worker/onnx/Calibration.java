package nearside.worker.onnx;

import nearside.engine.KvScales;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Shape;

/// Finds the scales of an int8 KV cache: reads a few texts with an fp32 cache and looks how large
/// the numbers of each channel become.
///
/// Keys are cached after rotary embedding, which turns two channels into each other as the position
/// grows: both get the scale of the larger one, so that later positions are not clipped. Clipping
/// is what costs most (`docs/decisions/0009-int8-kv-cache.md`).
public final class Calibration {
    /// The largest number of a channel that was always zero.
    private static final float SMALLEST = 1e-4f;

    private final Shape shape;
    private final float[] largest;

    private Calibration(Shape shape) {
        this.shape = shape;
        this.largest = new float[2 * shape.layers() * shape.kvHeads() * shape.headSize()];
    }

    /// Whether the scales were made with this runtime, for a model of this shape.
    public static boolean fits(KvScales scales, ModelFolder folder) {
        Shape shape = folder.shape();
        return scales.runtime().equals(OnnxModel.runtime())
                && scales.layers() == shape.layers()
                && scales.channels() == shape.kvHeads() * shape.headSize();
    }

    /// Reads the texts.
    ///
    /// @param model opened with an fp32 cache
    public static KvScales of(OnnxModel model, Iterable<int[]> texts) throws OnnxFailure {
        Calibration calibration = new Calibration(model.folder().shape());
        for (int[] text : texts) {
            try (Context context = model.context(text.length)) {
                context.rotateFor(text.length);
                context.read(text);
                calibration.look(context, model.folder().names().inputs());
            }
        }
        return calibration.scales();
    }

    private void look(Context context, Inputs names) {
        int channels = shape.kvHeads() * shape.headSize();
        for (int layer = 0; layer < shape.layers(); layer++) {
            int at = 2 * layer * channels;
            look(context.cached(names.pastKey().formatted(layer)), at);
            look(context.cached(names.pastValue().formatted(layer)), at + channels);
        }
    }

    /// Takes in numbers of shape `[kvHeads, tokens, headSize]`.
    private void look(float[] numbers, int at) {
        int size = shape.headSize();
        int tokens = numbers.length / size / shape.kvHeads();
        for (int i = 0; i < numbers.length; i++) {
            int channel = at + i / (tokens * size) * size + i % size;
            largest[channel] = Math.max(largest[channel], Math.abs(numbers[i]));
        }
    }

    private KvScales scales() {
        int channels = shape.kvHeads() * shape.headSize();
        float[] scales = new float[largest.length];
        for (int i = 0; i < scales.length; i++) {
            boolean key = i / channels % 2 == 0;
            float size = key ? Math.max(largest[i], largest[partner(i)]) : largest[i];
            scales[i] = Math.max(size, SMALLEST) / Byte.MAX_VALUE;
        }
        return KvScales.of(OnnxModel.runtime(), shape.layers(), scales).orElseThrow();
    }

    /// The channel half a head away, which rotary embedding pairs with this one.
    private int partner(int channel) {
        int size = shape.headSize();
        int inHead = channel % size;
        return channel - inHead + (inHead + size / 2) % size;
    }
}
