package nearside.worker.onnx;

import ai.onnxruntime.OrtException;

import nearside.engine.KvScales;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelFolder.Shape;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Sizes of the numbers that a model caches, channel by channel, with the ways to make scales of
/// them that were compared.
public final class ChannelSamples {
    private final Shape shape;
    private final float[][] samples;

    private ChannelSamples(Shape shape) {
        this.shape = shape;
        this.samples = new float[2 * shape.layers() * shape.kvHeads() * shape.headSize()][0];
    }

    public static ChannelSamples of(PlainLoop loop, ModelFolder folder, Iterable<long[]> texts)
            throws OrtException {
        ChannelSamples samples = new ChannelSamples(folder.shape());
        for (long[] text : texts) {
            loop.forget();
            loop.read(text);
            for (int layer = 0; layer < folder.shape().layers(); layer++) {
                var names = folder.names().outputs();
                samples.add(2 * layer, loop.cached(names.presentKey().formatted(layer)));
                samples.add(2 * layer + 1, loop.cached(names.presentValue().formatted(layer)));
            }
        }
        return samples;
    }

    private void add(int part, float[] numbers) {
        int size = shape.headSize();
        int tokens = numbers.length / size / shape.kvHeads();
        for (int head = 0; head < shape.kvHeads(); head++) {
            for (int i = 0; i < size; i++) {
                int channel = (part * shape.kvHeads() + head) * size + i;
                float[] before = samples[channel];
                float[] all = Arrays.copyOf(before, before.length + tokens);
                for (int token = 0; token < tokens; token++) {
                    all[before.length + token] =
                            Math.abs(numbers[(head * tokens + token) * size + i]);
                }
                samples[channel] = all;
            }
        }
    }

    public int tokens() {
        return samples[0].length;
    }

    /// The largest number of each channel, times a margin.
    public KvScales largest(double margin) {
        return each(numbers -> quantile(numbers, 1) * margin);
    }

    /// What so large a part of the numbers does not exceed; the rest is clipped.
    public KvScales percentile(double part) {
        return each(numbers -> quantile(numbers, part));
    }

    /// The clip that makes the smallest squared error.
    public KvScales leastError() {
        return each(numbers -> {
            double largest = quantile(numbers, 1);
            return IntStream.rangeClosed(8, 20)
                    .mapToObj(i -> largest * i / 20)
                    .min((a, b) -> Double.compare(error(numbers, a), error(numbers, b)))
                    .orElseThrow();
        });
    }

    private static double error(float[] numbers, double clip) {
        double scale = Math.max(clip, 1e-4) / Byte.MAX_VALUE;
        double error = 0;
        for (float number : numbers) {
            double kept = Math.min(Math.rint(number / scale), Byte.MAX_VALUE) * scale;
            error += (number - kept) * (number - kept);
        }
        return error;
    }

    /// As [#largest], but the two channels that rotary embedding turns into each other share the
    /// larger scale, times a margin.
    public KvScales largestOfPairs(double margin) {
        return shared(
                margin,
                (part, i) ->
                        part % 2 == 1
                                ? new int[] {i}
                                : new int[] {i, (i + shape.headSize() / 2) % shape.headSize()});
    }

    private interface Sharing {
        int[] channels(int part, int channel);
    }

    private KvScales shared(double margin, Sharing sharing) {
        int size = shape.headSize();
        float[] scales = new float[samples.length];
        for (int at = 0; at < scales.length; at++) {
            int first = at / size * size;
            int part = at / size / shape.kvHeads();
            double largest = 0;
            for (int i : sharing.channels(part, at - first)) {
                largest = Math.max(largest, quantile(samples[first + i], 1));
            }
            scales[at] = scale(largest * margin);
        }
        return KvScales.of(OnnxModel.runtime(), shape.layers(), scales).orElseThrow();
    }

    /// One scale for a whole tensor.
    public KvScales perTensor(double margin) {
        int channels = shape.kvHeads() * shape.headSize();
        float[] scales = new float[samples.length];
        for (int at = 0; at < scales.length; at += channels) {
            double largest = 0;
            for (int i = at; i < at + channels; i++) {
                largest = Math.max(largest, quantile(samples[i], 1));
            }
            Arrays.fill(scales, at, at + channels, scale(largest * margin));
        }
        return KvScales.of(OnnxModel.runtime(), shape.layers(), scales).orElseThrow();
    }

    private KvScales each(ToDoubleFunction<float[]> clip) {
        float[] scales = new float[samples.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = scale(clip.applyAsDouble(samples[i]));
        }
        return KvScales.of(OnnxModel.runtime(), shape.layers(), scales).orElseThrow();
    }

    private static float scale(double clip) {
        return (float) (Math.max(clip, 1e-4) / Byte.MAX_VALUE);
    }

    private static double quantile(float[] numbers, double part) {
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.floor(part * sorted.length))];
    }
}
