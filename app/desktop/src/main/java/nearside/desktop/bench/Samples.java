package nearside.desktop.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The same thing measured several times: the median counts.
final class Samples {
    private Samples() {}

    /// Something that is measured anew at each call.
    interface Trial {
        Measured run() throws Unmeasured, InterruptedException;
    }

    static double of(int runs, Trial trial, ToDoubleFunction<Measured> figure)
            throws Unmeasured, InterruptedException {
        double[] values = new double[runs];
        for (int i = 0; i < runs; i++) {
            values[i] = figure.applyAsDouble(trial.run());
        }
        return of(values);
    }

    static double of(List<Double> values) {
        return of(values.stream().mapToDouble(value -> value).toArray());
    }

    static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
