package nearside.desktop.bench.evidence;

import com.google.gson.JsonObject;

import nearside.desktop.bench.evidence.EvidenceBench.Result;
import nearside.desktop.bench.evidence.EvidenceBench.Way;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// What was measured, as `bench pack` prints it.
record EvidenceReport(Result result) {
    private static final double NORMAL_95 = 1.96;
    private static final double NANOS_PER_MILLI = 1e6;

    JsonObject json() {
        JsonObject json = new JsonObject();
        int questions = result.whole().size();
        json.addProperty("questions", questions);
        json.addProperty(
                "full_tokens", mean(result.whole().stream().mapToDouble(Integer::doubleValue)));
        json.add("graph_ms", spread(result.graphNanos().stream().mapToDouble(Long::doubleValue)));
        JsonObject ways = new JsonObject();
        for (Way way : Way.values()) {
            ways.add(way.name().toLowerCase(Locale.ROOT), of(result.of(way)));
        }
        json.add("ways", ways);
        return json;
    }

    private static JsonObject of(List<Measurement> all) {
        JsonObject json = new JsonObject();
        long complete = all.stream().filter(Measurement::isComplete).count();
        JsonObject whole = new JsonObject();
        whole.addProperty("share", rounded((double) complete / all.size()));
        double[] interval = interval(complete, all.size());
        whole.addProperty("low_95", rounded(interval[0]));
        whole.addProperty("high_95", rounded(interval[1]));
        json.add("evidence_complete", whole);
        json.addProperty("evidence_kept", mean(all, Measurement::evidence));
        json.addProperty("tokens", mean(all, Measurement::tokens));
        json.addProperty("share_until_complete", mean(all, Measurement::untilComplete));
        json.add("choose_ms", spread(all.stream().mapToDouble(Measurement::nanos)));
        return json;
    }

    /// Wilson's interval for a share.
    static double[] interval(long of, int all) {
        double z = NORMAL_95;
        double share = (double) of / all;
        double middle = share + z * z / (2 * all);
        double half = z * Math.sqrt((share * (1 - share) + z * z / (4.0 * all)) / all);
        double scale = 1 + z * z / all;
        return new double[] {(middle - half) / scale, (middle + half) / scale};
    }

    private static double mean(List<Measurement> all, ToDoubleFunction<Measurement> figure) {
        return mean(all.stream().mapToDouble(figure));
    }

    private static double mean(DoubleStream figures) {
        return rounded(figures.average().orElse(0));
    }

    private static JsonObject spread(DoubleStream nanos) {
        double[] sorted = nanos.sorted().toArray();
        JsonObject json = new JsonObject();
        json.addProperty("p50", rounded(at(sorted, 0.5) / NANOS_PER_MILLI));
        json.addProperty("p95", rounded(at(sorted, 0.95) / NANOS_PER_MILLI));
        return json;
    }

    private static double at(double[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
