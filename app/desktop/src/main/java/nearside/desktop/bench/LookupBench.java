package nearside.desktop.bench;

import com.google.gson.JsonObject;

import nearside.engine.Prompt.Line;
import nearside.engine.Speculation;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What drafts bring where answers copy, and what they cost where they do not.
final class LookupBench {
    private static final int MOST_TOKENS = 192;

    /// Shorter answers say nothing of speed.
    private static final int FEWEST_TOKENS = 16;

    private final Subject subject;
    private final int runs;
    private final Consumer<String> progress;

    LookupBench(Subject subject, int runs, Consumer<String> progress) {
        this.subject = subject;
        this.runs = runs;
        this.progress = progress;
    }

    void addTo(JsonObject report) throws Unmeasured, InterruptedException {
        JsonObject tasks = new JsonObject();
        for (CopyTask task : CopyTask.values()) {
            String name = task.name().toLowerCase(Locale.ROOT);
            progress.accept("drafts: " + name.replace('_', ' '));
            List<Line> lines = task.lines();
            Measured first = subject.asUsersGetIt(lines, Speculation.NONE, MOST_TOKENS);
            if (first.reply().count() >= FEWEST_TOKENS) {
                tasks.add(name, figures(lines));
            }
        }
        double[] copying =
                CopyTask.copying().stream()
                        .map(task -> tasks.getAsJsonObject(task.name().toLowerCase(Locale.ROOT)))
                        .filter(figures -> figures != null)
                        .mapToDouble(figures -> figures.get("speedup").getAsDouble())
                        .toArray();
        if (copying.length > 0) {
            report.addProperty("lookup_speedup", Bench.rounded(Samples.of(copying)));
        }
        report.add("lookup", tasks);
    }

    /// With and without drafts in turn, so that other load meets both alike.
    private JsonObject figures(List<Line> lines) throws Unmeasured, InterruptedException {
        double[] with = new double[runs];
        double[] without = new double[runs];
        boolean same = true;
        for (int i = 0; i < runs; i++) {
            Measured plain = subject.asUsersGetIt(lines, Speculation.NONE, MOST_TOKENS);
            Measured drafted = subject.asUsersGetIt(lines, Speculation.PROMPT_LOOKUP, MOST_TOKENS);
            with[i] = drafted.decode();
            without[i] = plain.decode();
            same &= plain.reply().equals(drafted.reply());
        }
        JsonObject figures = new JsonObject();
        double speed = Samples.of(with);
        figures.addProperty("speedup", Bench.rounded(speed / Samples.of(without)));
        figures.addProperty("tokens_per_second", Bench.rounded(speed));
        figures.addProperty("same_tokens", same);
        return figures;
    }
}
