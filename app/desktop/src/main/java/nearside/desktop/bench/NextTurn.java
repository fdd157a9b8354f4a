package nearside.desktop.bench;

import com.google.gson.JsonObject;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// A second turn after a long first one, and beside it what reading both again takes. Each is asked
/// so that the tokens which are really read, with what the template puts around a text and without
/// what is in the cache already, are as many as they should be.
final class NextTurn {
    private static final int NEW = 50;
    private static final int REPLY = 8;
    private static final int LONG = 1500;
    private static final int SHORT = 600;

    /// Reading slower than this, a long first turn would take minutes.
    private static final double SLOW = 200;

    private final Subject subject;
    private final IntFunction<List<Line>> fresh;
    private final int runs;

    /// @param fresh a question of so many tokens, of which nothing was read before
    NextTurn(Subject subject, IntFunction<List<Line>> fresh, int runs) {
        this.subject = subject;
        this.fresh = fresh;
        this.runs = runs;
    }

    /// One run that is asked to read so many tokens.
    private interface Run {
        Measured of(int tokens) throws Unmeasured, InterruptedException;
    }

    void addTo(JsonObject report) throws Unmeasured, InterruptedException {
        int before = before();
        List<Measured> second = reading(NEW, tokens -> secondTurn(before, tokens));
        List<Measured> again =
                reading(before + NEW, tokens -> subject.plain(fresh.apply(tokens), 1));
        report.addProperty("second_turn_tokens_before", before);
        report.addProperty("second_turn_tokens_read", second.getFirst().read());
        report.addProperty("second_turn_first_token_s", Bench.rounded(firstToken(second)));
        report.addProperty("read_again_tokens_read", again.getFirst().read());
        report.addProperty("read_again_first_token_s", Bench.rounded(firstToken(again)));
    }

    /// The second turn of a conversation that begins with this run.
    private Measured secondTurn(int before, int tokens) throws Unmeasured, InterruptedException {
        List<Line> lines = fresh.apply(before);
        return subject.plain(next(lines, subject.plain(lines, REPLY), tokens), 1);
    }

    /// How long a first turn is, so that reading it takes seconds and not minutes.
    private int before() throws Unmeasured, InterruptedException {
        double speed = subject.plain(fresh.apply(256), 1).prefill();
        return Math.min(speed < SLOW ? SHORT : LONG, subject.window() / 2);
    }

    private List<Line> next(List<Line> lines, Measured first, int tokens) {
        return List.of(
                lines.getFirst(),
                new Line(Role.ASSISTANT, first.text()),
                fresh.apply(tokens).getFirst());
    }

    /// Runs of which each reads so many tokens; one before them tells by how many more to ask.
    private List<Measured> reading(int tokens, Run run) throws Unmeasured, InterruptedException {
        int tooMany = run.of(tokens).read() - tokens;
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            measured.add(run.of(tokens - tooMany));
        }
        return measured;
    }

    private static double firstToken(List<Measured> runs) {
        return Samples.of(runs.stream().map(Measured::firstTokenSeconds).toList());
    }

    /// Seconds to the first token of a second turn with a new worker.
    ///
    /// @return empty where nothing was worth keeping
    Optional<Double> restored(Restart restart) throws Unmeasured, InterruptedException {
        int before = before();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            List<Line> lines = fresh.apply(before);
            Measured first = subject.plain(lines, REPLY);
            restart.run();
            Measured second = subject.plain(next(lines, first, NEW), 1);
            if (second.usage().cachedTokens() > before / 2) {
                seconds.add(second.firstTokenSeconds());
            }
        }
        return seconds.isEmpty() ? Optional.empty() : Optional.of(Samples.of(seconds));
    }
}
