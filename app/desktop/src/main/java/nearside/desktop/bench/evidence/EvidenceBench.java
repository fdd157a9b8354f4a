package nearside.desktop.bench.evidence;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.copilot.context.Filling;
import nearside.copilot.context.Filling.Kept;
import nearside.copilot.context.Limit;
import nearside.copilot.context.Sources;
import nearside.copilot.context.graph.BestWords;
import nearside.copilot.context.graph.BridgeHops;
import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.NewestFirst;
import nearside.copilot.context.graph.Ranking;
import nearside.copilot.context.graph.Text;
import nearside.desktop.bench.AskedModel;
import nearside.desktop.bench.Unmeasured;
import nearside.desktop.bench.evidence.Measurement.Subject;
import nearside.desktop.bench.evidence.PackPlan.Where;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/// Measures how much of the evidence for the questions of a set is kept, by each way of choosing.
public final class EvidenceBench {
    private final PackPlan plan;
    private final ToIntFunction<String> tokens;
    private final Sources sources = new Sources();

    /// A way of choosing what is kept.
    enum Way {
        PACKER,
        BM25_SENTENCES,
        NEWEST_FIRST;

        Ranking ranking() {
            return switch (this) {
                case PACKER -> new BridgeHops();
                case BM25_SENTENCES -> new BestWords();
                case NEWEST_FIRST -> new NewestFirst();
            };
        }
    }

    /// Of each question, in their order.
    ///
    /// @param whole tokens of all texts
    /// @param graphNanos that making the graph took, the one time that it was made for its texts
    record Result(Map<Way, List<Measurement>> ways, List<Integer> whole, List<Long> graphNanos) {
        Result() {
            this(new EnumMap<>(Way.class), new ArrayList<>(), new ArrayList<>());
            for (Way way : Way.values()) {
                ways.put(way, new ArrayList<>());
            }
        }

        List<Measurement> of(Way way) {
            return Objects.requireNonNull(ways.get(way));
        }
    }

    /// One for a plan.
    ///
    /// @param tokens of a text
    public EvidenceBench(PackPlan plan, ToIntFunction<String> tokens) {
        this.plan = plan;
        this.tokens = tokens;
    }

    /// Measures a set.
    ///
    /// @throws IllegalArgumentException that says where the set is not as expected
    public JsonObject run(JsonArray set) {
        return new EvidenceReport(run(new TaskReader(plan.titles()).read(set))).json();
    }

    /// Asks a model the questions that have an answer, with what the packer keeps and with all.
    ///
    /// @throws IllegalArgumentException that says where the set is not as expected
    public JsonObject ask(JsonArray set, AskedModel model) throws Unmeasured, InterruptedException {
        List<Task> tasks = new TaskReader(plan.titles()).read(set);
        ReaderCheck check = new ReaderCheck(model);
        for (Task task : plan.where() == Where.POOLED ? Pool.of(tasks) : tasks) {
            if (task.answer().isPresent()) {
                Made made = make(task.texts());
                Kept kept =
                        made.filling.of(
                                Way.PACKER
                                        .ranking()
                                        .of(made.graph, sources.question(task.question())),
                                limit(made.filling.whole()),
                                new BitSet());
                check.ask(made.graph, kept, task.question(), task.answer().get());
            }
        }
        return check.json();
    }

    /// Everything twice: the second time counts, when the program is warm.
    Result run(List<Task> tasks) {
        List<Task> all = plan.where() == Where.POOLED ? Pool.of(tasks) : tasks;
        once(all);
        return once(all);
    }

    private Result once(List<Task> tasks) {
        Result result = new Result();
        Made made = make(tasks.getFirst().texts());
        for (Task task : tasks) {
            made = made.texts.equals(task.texts()) ? made : make(task.texts());
            Subject subject =
                    new Subject(
                            made.graph,
                            made.filling,
                            sources.question(task.question()),
                            task.in(made.graph));
            Limit limit = limit(made.filling.whole());
            for (Way way : Way.values()) {
                result.of(way).add(Measurement.of(subject, way.ranking(), limit));
            }
            result.whole().add(made.filling.whole());
            result.graphNanos().add(made.nanos);
        }
        return result;
    }

    private Limit limit(int whole) {
        return switch (plan.room()) {
            case PackPlan.Room.Ratio(double times) -> Limit.of((int) (whole / times));
            case PackPlan.Room.Budget(int most) -> Limit.of(most);
            case PackPlan.Room.Adaptive() -> Limit.ADAPTIVE;
        };
    }

    /// @param nanos that making the graph took
    private record Made(List<Text> texts, Graph graph, Filling filling, long nanos) {}

    private Made make(List<Text> texts) {
        long begun = System.nanoTime();
        Graph graph = new Graph(texts);
        long nanos = System.nanoTime() - begun;
        return new Made(texts, graph, new Filling(graph, tokens), nanos);
    }
}
