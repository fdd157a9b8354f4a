package nearside.copilot.device;

import java.util.Map;
import java.util.TreeMap;

/// Tokens a second by how many tokens stand before, as they were measured. Sizes of the same power
/// of two are one point; newer measurements count more, since a device gets other work and heat.
///
/// @param points by the power of two
public record Curve(Map<Integer, Point> points) {
    public static final Curve UNKNOWN = new Curve(Map.of());

    /// What a new measurement counts at least.
    private static final double LEAST_SHARE = 0.25;

    /// One point.
    ///
    /// @param count of measurements behind it
    public record Point(double tokensPerSecond, int count) {
        public Point {
            if (!(tokensPerSecond > 0) || count < 1) {
                throw new IllegalArgumentException(
                        "no point: " + tokensPerSecond + " tokens a second, " + count);
            }
        }

        private Point and(double measured) {
            double share = Math.max(LEAST_SHARE, 1.0 / (count + 1));
            return new Point(tokensPerSecond * (1 - share) + measured * share, count + 1);
        }
    }

    public Curve {
        points = Map.copyOf(points);
    }

    /// With one more measurement.
    ///
    /// @param before how many tokens stood before, in the middle of what was measured
    public Curve and(int before, double tokensPerSecond) {
        Map<Integer, Point> next = new TreeMap<>(points);
        next.merge(
                power(before),
                new Point(tokensPerSecond, 1),
                (known, _) -> known.and(tokensPerSecond));
        return new Curve(next);
    }

    public boolean isKnown() {
        return !points.isEmpty();
    }

    /// Tokens a second with so many before: between two points by their distance, beyond the last
    /// one as there.
    ///
    /// @throws IllegalStateException if nothing was measured
    public double at(int before) {
        TreeMap<Integer, Point> sorted = new TreeMap<>(points);
        int power = power(before);
        Map.Entry<Integer, Point> below = sorted.floorEntry(power);
        Map.Entry<Integer, Point> above = sorted.ceilingEntry(power);
        if (below == null && above == null) {
            throw new IllegalStateException("nothing was measured");
        }
        if (below == null || above == null || below.getKey().equals(above.getKey())) {
            return (below == null ? above : below).getValue().tokensPerSecond();
        }
        double part = (double) (power - below.getKey()) / (above.getKey() - below.getKey());
        return below.getValue().tokensPerSecond() * (1 - part)
                + above.getValue().tokensPerSecond() * part;
    }

    private static int power(int before) {
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, before));
    }
}
