package nearside.copilot.context;

import nearside.copilot.context.Assembly.Shortened;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.graph.BridgeHops;
import nearside.copilot.context.graph.Communities;
import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.NewestFirst;
import nearside.copilot.context.graph.Ranking.Pick;
import nearside.copilot.context.scope.Scope;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One talk that is packed: what stays of it is taken in stages, each as far as there is room.
final class Packing {
    /// After so many pieces in a row for which there is no room none is looked for any more.
    private static final int TOO_LONG = 64;

    private static final int LAST = 4;

    /// They say how an overview is wanted, and are a small part of it.
    private static final int LAST_OF_ALL = 6;

    /// What adds less than this part of the best is worth less than what was said last.
    private static final double FLOOR = 0.1;

    private final Talk talk;
    private final List<Line> lines;
    private final Limit limit;
    private final int budget;
    private final ToIntFunction<Line> tokens;
    private final Sources sources = new Sources();
    private final Scope scope;
    private final Cutting cutting;
    private final Graph graph;
    private final Optional<Communities> communities;
    private final Assembly assembly;
    private final Costs costs;
    private final BitSet kept = new BitSet();
    private final List<Integer> order = new ArrayList<>();
    private final Said said = new Said();
    private final int asked;
    private final String question;

    Packing(Talk talk, Limit limit, ToIntFunction<Line> tokens) {
        this.talk = talk;
        lines = talk.lines();
        this.limit = limit;
        budget = limit.tokens();
        this.tokens = tokens;
        asked = EvidencePacker.asked(lines);
        question = (EvidencePacker.question(lines) + "\n" + talk.sought()).strip();
        scope = EvidencePacker.scope(talk);
        cutting =
                new Cutting(lines, asked, new Thinning(sources.question(question), scope, sources));
        graph = new Graph(cutting.texts());
        communities = scope.leadsNowhere() ? Optional.of(new Communities(graph)) : Optional.empty();
        assembly = new Assembly(lines, cutting, graph);
        costs = new Costs(lines, cutting, graph, tokens);
    }

    Packed packed() {
        keepWhatIsNeverCut();
        int left = take(told(), budget - costs.of(kept));
        left = communities.isEmpty() ? takeEvidence(left) : takeOverview(left);
        if (isFilled()) {
            take(newest(), left);
        }
        return withinBudget();
    }

    private boolean isFilled() {
        return switch (limit.fill()) {
            case ALWAYS -> true;
            case WHERE_THE_QUESTION_LEADS_NOWHERE -> !leadsSomewhere();
            case NEVER -> false;
        };
    }

    private int takeEvidence(int room) {
        int most = room * 2 / 3;
        int left = room - (most - take(lastTurns(), most));
        left = take(AskedCode.in(graph, question), left);
        return take(ledTo(), left);
    }

    private int takeOverview(int room) {
        int most = room / LAST_OF_ALL;
        int left = room - (most - take(lastTurns(), most));
        return take(communities.orElseThrow().overview(), left);
    }

    /// Whether the words of the question stand elsewhere, half of them at least: “write it simpler”
    /// asks for all there is.
    boolean leadsSomewhere() {
        List<String> terms = sources.question(question).terms().stream().distinct().toList();
        long found =
                terms.stream().filter(it -> graph.piecesWith(it).findAny().isPresent()).count();
        return found > 0 && found * 2 >= terms.size();
    }

    /// The question without the long texts that go with it, and what is pinned.
    private void keepWhatIsNeverCut() {
        for (int text = 0; text < graph.textCount(); text++) {
            int line = cutting.lineOf(text);
            if (talk.pinned().contains(line) || (line >= asked && cutting.part(text).isSaid())) {
                kept.set(graph.begin(text), graph.begin(text + 1));
            }
        }
        kept.stream().forEach(piece -> said.isNew(graph.piece(piece).text()));
    }

    /// What the model is told first.
    private Iterator<Pick> told() {
        return pieces(line -> lines.get(line).role() == Role.SYSTEM).iterator();
    }

    /// The lines before the question, the nearest one first, each from its beginning: a question
    /// such as “and the other one?” has no words to find them by.
    private Iterator<Pick> lastTurns() {
        return IntStream.iterate(asked - 1, line -> line >= 0, line -> line - 1)
                .limit(LAST)
                .boxed()
                .flatMap(line -> pieces(it -> it == line))
                .iterator();
    }

    /// Pieces of such lines, from the beginning.
    private Stream<Pick> pieces(IntPredicate lines) {
        return IntStream.range(0, graph.pieceCount())
                .filter(it -> lines.test(cutting.lineOf(graph.textOf(it))))
                .mapToObj(it -> new Pick(it, 1));
    }

    private Iterator<Pick> ledTo() {
        return new BridgeHops().of(graph, sources.question(question));
    }

    private Iterator<Pick> newest() {
        return new NewestFirst().of(graph, sources.question(""));
    }

    /// What is worth next to nothing is left to those after.
    private int take(Iterator<Pick> picks, int room) {
        int left = room;
        int tooLong = 0;
        double floor = Math.max(FLOOR, limit.floor());
        double least = 0;
        while (left > 0 && tooLong < TOO_LONG && picks.hasNext()) {
            Pick pick = picks.next();
            if (pick.worth() <= least) {
                break;
            }
            if (kept.get(pick.piece())) {
                least = Math.max(least, pick.worth() * FLOOR);
                continue;
            }
            least = Math.max(least, pick.worth() * floor);
            int cost = costs.of(pick.piece(), kept);
            tooLong = cost <= left ? 0 : tooLong + 1;
            if (cost <= left && adds(pick.piece())) {
                kept.set(pick.piece());
                order.add(pick.piece());
                left -= cost;
            }
        }
        return left;
    }

    private boolean adds(int piece) {
        String text = graph.piece(piece).text();
        return !Said.isBlob(text) && said.isNew(text);
    }

    /// Costs of pieces are estimates: what was taken last goes until the whole has room.
    private Packed withinBudget() {
        List<Shortened> all = assembly.of(kept);
        int over = sum(all) - budget;
        while (over > 0 && !order.isEmpty()) {
            int gone = 0;
            while (gone < over && !order.isEmpty()) {
                int piece = order.removeLast();
                kept.clear(piece);
                gone += costs.of(piece, kept);
            }
            all = assembly.of(kept);
            over = sum(all) - budget;
        }
        return packed(all);
    }

    private int sum(List<Shortened> all) {
        return all.stream()
                .filter(it -> it.seen() != Seen.NOTHING)
                .mapToInt(it -> tokens.applyAsInt(it.line()))
                .sum();
    }

    private Coverage coverage(int left) {
        int whole = lines.stream().mapToInt(tokens).sum();
        return new Coverage(
                scope,
                communities.map(it -> it.heard(kept)).orElse(1.0),
                communities.map(it -> it.told(kept)).orElse(1.0),
                whole,
                left);
    }

    private Packed packed(List<Shortened> all) {
        int left = sum(all);
        return new Packed(
                all.stream().filter(it -> it.seen() != Seen.NOTHING).map(Shortened::line).toList(),
                left,
                all.stream().map(Shortened::seen).toList(),
                coverage(left));
    }
}
