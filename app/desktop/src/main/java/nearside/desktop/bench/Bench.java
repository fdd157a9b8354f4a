package nearside.desktop.bench;

import com.google.gson.JsonObject;

import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.folder.ModelFolder;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Measures one model in one engine: medians of several runs, each over text that was not read
/// before. What the model's window cannot hold is left out.
public final class Bench {
    /// What all questions belong to.
    public static final String CONVERSATION = "bench";

    private static final String FIRST = "What is two and two?";
    private static final int SHORT = 32;
    private static final int LONG = 2048;
    private static final int FULL = 2000;
    private static final int[] PREFILL = {128, 512, LONG};
    private static final int[] DECODE = {100, FULL};
    private static final int WRITTEN = 128;
    private static final int FEW_WRITTEN = 32;

    /// Writing slower than this, few tokens tell the speed.
    private static final double SLOW_WRITING = 40;

    private final Subject subject;
    private final Filler filler;
    private final Plan plan;
    private final Consumer<String> progress;
    private final int longText;
    private final List<Double> readLong = new ArrayList<>();
    private long seed = 1;

    /// Tokens that the template puts around one question.
    private int around;

    /// What is measured.
    ///
    /// @param runs of each figure
    public record Plan(Set<Part> parts, int runs) {
        public Plan {
            parts = Set.copyOf(parts);
        }
    }

    /// @param engine has the model, or is about to load it
    /// @param progress told what is measured now
    public Bench(Engine engine, ModelFolder folder, Plan plan, Consumer<String> progress) {
        this.subject = new Subject(engine, folder);
        this.filler = new Filler(subject);
        this.longText = Math.min(LONG, subject.window() - WRITTEN);
        this.plan = plan;
        this.progress = progress;
    }

    /// All figures of the plan.
    ///
    /// @param resident bytes that the engine had resident at most, so far
    public JsonObject run(Supplier<OptionalLong> resident) throws Unmeasured, InterruptedException {
        JsonObject report = new JsonObject();
        Measured first = first();
        if (plan.parts().contains(Part.START)) {
            start(report, first);
            memory(report, resident);
        }
        if (plan.parts().contains(Part.PREFILL)) {
            report.add("prefill", prefill());
        }
        if (plan.parts().contains(Part.DECODE)) {
            report.add("decode", decode());
        }
        if (plan.parts().contains(Part.TURN)) {
            progress.accept("second turn");
            nextTurn().addTo(report);
        }
        if (plan.parts().contains(Part.LOOKUP)) {
            new LookupBench(subject, plan.runs(), progress).addTo(report);
        }
        return report;
    }

    private Measured first() throws Unmeasured, InterruptedException {
        Measured first = subject.plain(Subject.question(FIRST), 1);
        around = first.usage().promptTokens() - subject.count(FIRST);
        return first;
    }

    /// Seconds to the first token of a second turn with a new worker.
    ///
    /// @return empty where nothing was worth keeping
    public Optional<BigDecimal> restored(Restart restart) throws Unmeasured, InterruptedException {
        first();
        progress.accept("second turn of a new worker");
        return nextTurn().restored(restart).map(Bench::rounded);
    }

    private NextTurn nextTurn() {
        return new NextTurn(subject, this::fresh, plan.runs());
    }

    private List<Line> fresh(int tokens) {
        return Subject.question(filler.text(Math.max(1, tokens - around), ++seed));
    }

    private void start(JsonObject report, Measured first) throws Unmeasured, InterruptedException {
        progress.accept("first token");
        report.addProperty("load_s", rounded(first.loadSeconds()));
        report.addProperty(
                "start_to_first_token_s", rounded(first.loadSeconds() + first.firstTokenSeconds()));
        double seconds =
                Samples.of(
                        plan.runs(),
                        () -> subject.plain(fresh(SHORT), 1),
                        Measured::firstTokenSeconds);
        report.addProperty("first_token_s", rounded(seconds));
    }

    /// Reads a long text as the first of its worker, and takes its speed along.
    private void memory(JsonObject report, Supplier<OptionalLong> resident)
            throws Unmeasured, InterruptedException {
        progress.accept("memory at " + longText + " tokens");
        readLong.add(subject.plain(longLines(longText), FEW_WRITTEN).prefill());
        resident.get().ifPresent(bytes -> report.addProperty("rss_mb", bytes / 1_000_000));
    }

    /// The beginning of the same text each time, so that it is read once.
    private List<Line> longLines(int tokens) {
        return Subject.question(filler.text(tokens - around, 1));
    }

    private JsonObject prefill() throws Unmeasured, InterruptedException {
        JsonObject figures = new JsonObject();
        for (int tokens : PREFILL) {
            if (tokens < subject.window()) {
                progress.accept("prefill " + tokens);
                put(figures, tokens, prefill(tokens));
            }
        }
        return figures;
    }

    private double prefill(int tokens) throws Unmeasured, InterruptedException {
        List<Double> speeds = tokens == longText ? readLong : new ArrayList<>();
        while (speeds.size() < plan.runs()) {
            speeds.add(subject.plain(fresh(tokens), 1).prefill());
        }
        return Samples.of(speeds);
    }

    private JsonObject decode() throws Unmeasured, InterruptedException {
        JsonObject figures = new JsonObject();
        for (int tokens : DECODE) {
            if (tokens + WRITTEN <= subject.window()) {
                progress.accept("decode at " + tokens);
                List<Line> lines = tokens == FULL ? longLines(tokens) : fresh(tokens);
                int written =
                        subject.plain(lines, FEW_WRITTEN).decode() < SLOW_WRITING
                                ? FEW_WRITTEN
                                : WRITTEN;
                put(
                        figures,
                        tokens,
                        Samples.of(
                                plan.runs(),
                                () -> subject.plain(lines, written),
                                Measured::decode));
            }
        }
        return figures;
    }

    private static void put(JsonObject figures, int tokens, double speed) {
        figures.addProperty(String.valueOf(tokens), rounded(speed));
    }

    /// Four digits: no measurement here knows more.
    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(4));
    }
}
