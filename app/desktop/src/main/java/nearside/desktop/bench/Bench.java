package nearside.desktop.bench;

import com.google.gson.JsonObject;

import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
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

    private static final int NEW_TURN = 50;

    /// Reading slower than this, a long first turn would take minutes.
    private static final double SLOW = 200;

    private final Subject subject;
    private final Filler filler;
    private final Plan plan;
    private final Consumer<String> progress;
    private final int longText;
    private final List<Double> readLong = new ArrayList<>();
    private long seed = 1;

    /// Tokens that the template puts around one question.
    private int around;

    /// Ends the worker and starts another.
    public interface Restart {
        void run() throws InterruptedException;
    }

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
            turn(report);
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
    /// @param restart keeps what was read and starts the new worker, which loads the model
    /// @return empty where nothing was worth keeping
    public Optional<BigDecimal> restored(Restart restart) throws Unmeasured, InterruptedException {
        first();
        progress.accept("second turn of a new worker");
        int before = before();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < plan.runs(); i++) {
            List<Line> lines = fresh(before);
            Measured first = subject.plain(lines, 8);
            restart.run();
            Measured second = subject.plain(secondTurn(lines, first), 1);
            if (second.usage().cachedTokens() > before / 2) {
                seconds.add(second.firstTokenSeconds());
            }
        }
        return seconds.isEmpty() ? Optional.empty() : Optional.of(rounded(Samples.of(seconds)));
    }

    /// How long a first turn is, so that reading it takes seconds and not minutes.
    private int before() throws Unmeasured, InterruptedException {
        double speed = subject.plain(fresh(256), 1).prefill();
        return Math.min(speed < SLOW ? 600 : 1500, subject.window() / 2);
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

    /// A second turn after a long first one, and what reading both again takes.
    private void turn(JsonObject report) throws Unmeasured, InterruptedException {
        progress.accept("second turn");
        int before = before();
        List<Line> lines = fresh(before);
        Measured first = subject.plain(lines, 8);
        double second =
                Samples.of(
                        plan.runs(),
                        () -> subject.plain(secondTurn(lines, first), 1),
                        Measured::firstTokenSeconds);
        double again =
                Samples.of(
                        plan.runs(),
                        () -> subject.plain(fresh(before + NEW_TURN), 1),
                        Measured::firstTokenSeconds);
        report.addProperty("second_turn_tokens_before", first.usage().promptTokens());
        report.addProperty("second_turn_first_token_s", rounded(second));
        report.addProperty("read_again_first_token_s", rounded(again));
    }

    private List<Line> secondTurn(List<Line> lines, Measured first) {
        return List.of(
                lines.getFirst(),
                new Line(Role.ASSISTANT, first.text()),
                fresh(NEW_TURN).getFirst());
    }

    /// Four digits: no measurement here knows more.
    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(4));
    }
}
