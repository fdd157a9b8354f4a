package nearside.desktop.bench;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// The same thing measured several times.
record Samples(double median, double spread) {
    /// Something that is measured anew at each call.
    interface Trial {
        Measured run(int number) throws Unmeasured, InterruptedException;
    }

    static Samples of(int runs, Trial trial, ToDoubleFunction<Measured> figure)
            throws Unmeasured, InterruptedException {
        double[] values = new double[runs];
        for (int i = 0; i < runs; i++) {
            values[i] = figure.applyAsDouble(trial.run(i));
        }
        return of(values);
    }

    /// Median, and how far the values lie apart as a part of it.
    static Samples of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Samples(median, (sorted[sorted.length - 1] - sorted[0]) / median);
    }
}
