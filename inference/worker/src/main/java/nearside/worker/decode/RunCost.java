package nearside.worker.decode;

/// What a run of so many rows costs on this device and model, learned from the runs themselves: one
/// row by itself, more rows as a straight line.
final class RunCost {
    /// Before anything was measured: a further row costs a third of a single one.
    private static final double FIRST_SLOPE = 0.3;

    private static final double FORGET = 0.95;

    private double single;
    private double weight;
    private double rows;
    private double time;
    private double rowsRows;
    private double rowsTime;

    /// @param seconds of a run of `count` rows
    void ran(int count, double seconds) {
        if (count == 1) {
            single = single == 0 ? seconds : single + 0.1 * (seconds - single);
            return;
        }
        weight = FORGET * weight + 1;
        rows = FORGET * rows + count;
        time = FORGET * time + seconds;
        rowsRows = FORGET * rowsRows + (double) count * count;
        rowsTime = FORGET * rowsTime + count * seconds;
    }

    /// How many single rows a run of `count` rows costs.
    double of(int count) {
        if (count == 1 || single == 0) {
            return 1 + FIRST_SLOPE * (count - 1);
        }
        return weight < 1 ? 1 + FIRST_SLOPE * (count - 1) : Math.max(1, line(count) / single);
    }

    private double line(int count) {
        double meanRows = rows / weight;
        double meanTime = time / weight;
        double spread = rowsRows / weight - meanRows * meanRows;
        double slope =
                spread < 0.5
                        ? FIRST_SLOPE * single
                        : (rowsTime / weight - meanRows * meanTime) / spread;
        return meanTime + Math.max(0, slope) * (count - meanRows);
    }
}
