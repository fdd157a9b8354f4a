package nearside.engine;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Scales of an int8 KV cache: what one step of a byte is worth, for each layer, for keys and
/// values, for each channel (head by head).
public final class KvScales {
    private static final int LONGEST_RUNTIME = 64;

    private final String runtime;
    private final int layers;
    private final int channels;
    private final float[] scales;

    private KvScales(String runtime, int layers, int channels, float[] scales) {
        this.runtime = runtime;
        this.layers = layers;
        this.channels = channels;
        this.scales = scales;
    }

    /// Scales in the order layer, keys before values, channel; empty unless all are positive and
    /// finite and their count is that of the layers.
    ///
    /// @param runtime the version of the runtime that computed the numbers they were made from
    public static Optional<KvScales> of(String runtime, int layers, float[] scales) {
        boolean rightCount = layers >= 1 && scales.length > 0 && scales.length % (2L * layers) == 0;
        if (!rightCount || utf8(runtime).length > LONGEST_RUNTIME) {
            return Optional.empty();
        }
        for (float scale : scales) {
            if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        int channels = scales.length / 2 / layers;
        return Optional.of(new KvScales(runtime, layers, channels, scales.clone()));
    }

    /// The scales as [#bytes] wrote them; empty when these are other bytes.
    public static Optional<KvScales> of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.remaining() < 2 * Integer.BYTES) {
            return Optional.empty();
        }
        int layers = buffer.getInt();
        int nameLength = buffer.getInt();
        if (nameLength < 0 || nameLength > Math.min(LONGEST_RUNTIME, buffer.remaining())) {
            return Optional.empty();
        }
        byte[] name = new byte[nameLength];
        buffer.get(name);
        if (buffer.remaining() % Float.BYTES != 0) {
            return Optional.empty();
        }
        FloatBuffer floats = buffer.asFloatBuffer();
        float[] scales = new float[floats.remaining()];
        floats.get(scales);
        return of(new String(name, StandardCharsets.UTF_8), layers, scales);
    }

    public byte[] bytes() {
        byte[] name = utf8(runtime);
        ByteBuffer buffer =
                ByteBuffer.allocate(2 * Integer.BYTES + name.length + scales.length * Float.BYTES);
        buffer.putInt(layers).putInt(name.length).put(name);
        buffer.asFloatBuffer().put(scales);
        return buffer.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public String runtime() {
        return runtime;
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
                && runtime.equals(that.runtime)
                && layers == that.layers
                && Arrays.equals(scales, that.scales);
    }

    @Override
    public int hashCode() {
        return 31 * layers + Arrays.hashCode(scales);
    }

    @Override
    public String toString() {
        return layers + " layers of " + channels + " channels, runtime " + runtime;
    }
}
