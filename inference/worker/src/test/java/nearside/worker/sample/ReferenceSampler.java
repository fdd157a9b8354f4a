package nearside.worker.sample;

import nearside.engine.Sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// The same choice written as the definitions read, in doubles and without any haste: bias, CTRL
/// penalty over prompt and reply, OpenAI's penalties over the reply, then Hugging Face's warpers.
final class ReferenceSampler {
    private final Sampling sampling;
    private final List<Integer> reply = new ArrayList<>();

    ReferenceSampler(Sampling sampling) {
        this.sampling = sampling;
    }

    void wrote(int id) {
        reply.add(id);
    }

    double[] penalised(float[] logits) {
        double[] scores = new double[logits.length];
        for (int id = 0; id < logits.length; id++) {
            scores[id] = logits[id] + sampling.logitBias().byId().getOrDefault(id, 0.0);
        }
        double repetition = sampling.penalties().repetition();
        for (int id : new HashSet<>(reply)) {
            scores[id] = scores[id] < 0 ? scores[id] * repetition : scores[id] / repetition;
        }
        for (int id : new HashSet<>(reply)) {
            scores[id] -= Collections.frequency(reply, id) * sampling.penalties().frequency();
            scores[id] -= sampling.penalties().presence();
        }
        return scores;
    }

    double[] probabilities(float[] logits) {
        double[] scores = penalised(logits);
        for (int id = 0; id < scores.length; id++) {
            scores[id] /= sampling.temperature();
        }
        topK(scores);
        topP(scores);
        minP(scores);
        return softmax(scores);
    }

    private void topK(double[] scores) {
        int k = sampling.truncation().topK();
        if (k > 0 && k < scores.length) {
            double last = Arrays.stream(scores).sorted().toArray()[scores.length - k];
            keep(scores, score -> score >= last);
        }
    }

    /// From the least likely on, as long as all so far together stay within 1 - p.
    private void topP(double[] scores) {
        double[] probabilities = softmax(scores);
        List<Integer> rising = falling(probabilities).reversed();
        double sum = 0;
        for (int id : rising.subList(0, rising.size() - 1)) {
            sum += probabilities[id];
            if (sum <= 1 - sampling.truncation().topP()) {
                scores[id] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    private void minP(double[] scores) {
        double[] probabilities = softmax(scores);
        double least =
                sampling.truncation().minP() * Arrays.stream(probabilities).max().orElseThrow();
        for (int id = 0; id < scores.length; id++) {
            if (probabilities[id] < least) {
                scores[id] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    private interface Kept {
        boolean is(double score);
    }

    private static void keep(double[] scores, Kept kept) {
        for (int id = 0; id < scores.length; id++) {
            if (!kept.is(scores[id])) {
                scores[id] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    private static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElseThrow();
        double[] weights = Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    static List<Integer> falling(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -numbers[id]))
                .toList();
    }
}
