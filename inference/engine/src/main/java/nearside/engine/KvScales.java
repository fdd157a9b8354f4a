package nearside.engine;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Scales of an int8 KV cache: what one step of a byte is worth, for each layer, for keys and
/// values, for each channel (head by head).
public final class KvScales {
    private final int layers;
    private final int channels;
    private final float[] scales;

    private KvScales(int layers, int channels, float[] scales) {
        this.layers = layers;
        this.channels = channels;
        this.scales = scales;
    }

    /// Scales in the order layer, keys before values, channel; empty unless all are positive and
    /// finite and their count is that of the layers.
    public static Optional<KvScales> of(int layers, float[] scales) {
        if (layers < 1 || scales.length == 0 || scales.length % (2 * layers) != 0) {
            return Optional.empty();
        }
        for (float scale : scales) {
            if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        return Optional.of(new KvScales(layers, scales.length / 2 / layers, scales.clone()));
    }

    /// The scales as [#bytes] wrote them; empty when these are other bytes.
    public static Optional<KvScales> of(byte[] bytes) {
        if (bytes.length <= Integer.BYTES || bytes.length % Float.BYTES != 0) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int layers = buffer.getInt();
        if (layers < 1 || layers > bytes.length) {
            return Optional.empty();
        }
        FloatBuffer floats = buffer.asFloatBuffer();
        float[] scales = new float[floats.remaining()];
        floats.get(scales);
        return of(layers, scales);
    }

    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + scales.length * Float.BYTES);
        buffer.putInt(layers).asFloatBuffer().put(scales);
        return buffer.array();
    }

    public int layers() {
        return layers;
    }

    public int channels() {
        return channels;
    }

    public float[] keys(int layer) {
        return part(2 * layer);
    }

    public float[] values(int layer) {
        return part(2 * layer + 1);
    }

    private float[] part(int index) {
        return Arrays.copyOfRange(scales, index * channels, (index + 1) * channels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KvScales that
                && layers == that.layers
                && Arrays.equals(scales, that.scales);
    }

    @Override
    public int hashCode() {
        return 31 * layers + Arrays.hashCode(scales);
    }

    @Override
    public String toString() {
        return layers + " layers of " + channels + " channels";
    }
}
