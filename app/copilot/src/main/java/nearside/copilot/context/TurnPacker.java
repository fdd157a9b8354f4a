package nearside.copilot.context;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Keeps what the model is told first, the last turns, and of the earlier ones those that answer to
/// the question best, each with its neighbours: a sentence rarely stands alone. Room that is left
/// goes to the newest of the others.
public final class TurnPacker implements ContextPacker {
    /// Lines before the question that stay whatever they say, as far as there is room.
    private static final int LAST = 4;

    private static final int NEIGHBOURS = 1;

    @Override
    public Packed pack(List<Line> lines, int budget, ToIntFunction<Line> tokens) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("nothing to pack");
        }
        Packing packing = new Packing(lines, budget, tokens);
        int question = lines.size() - 1;
        packing.take(question);
        IntStream.range(0, question)
                .filter(i -> lines.get(i).role() == Role.SYSTEM)
                .forEach(packing::takeIfItFits);
        backFrom(question).limit(LAST).forEach(packing::takeIfItFits);
        packing.best(lines.get(question).text()).forEach(packing::takeWithNeighbours);
        backFrom(question).forEach(packing::takeIfItFits);
        return packing.packed();
    }

    private static IntStream backFrom(int question) {
        return IntStream.iterate(question - 1, i -> i >= 0, i -> i - 1);
    }

    /// What was taken so far.
    private static final class Packing {
        private final List<Line> lines;
        private final int[] tokens;
        private final TreeSet<Integer> taken = new TreeSet<>();
        private int left;

        Packing(List<Line> lines, int budget, ToIntFunction<Line> tokens) {
            this.lines = lines;
            this.tokens = lines.stream().mapToInt(tokens).toArray();
            this.left = budget;
        }

        void take(int index) {
            taken.add(index);
            left -= tokens[index];
        }

        void takeIfItFits(int index) {
            if (!taken.contains(index) && tokens[index] <= left) {
                take(index);
            }
        }

        void takeWithNeighbours(int index) {
            takeIfItFits(index);
            if (taken.contains(index)) {
                IntStream.rangeClosed(index - NEIGHBOURS, index + NEIGHBOURS)
                        .filter(i -> i >= 0 && i < lines.size())
                        .forEach(this::takeIfItFits);
            }
        }

        /// Lines that share something with the question, the best first.
        List<Integer> best(String question) {
            double[] scores = new Bm25(lines.stream().map(Line::text).toList()).scores(question);
            return IntStream.range(0, lines.size() - 1)
                    .filter(i -> !taken.contains(i) && scores[i] > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                    .toList();
        }

        Packed packed() {
            return new Packed(
                    taken.stream().map(lines::get).toList(),
                    taken.stream().mapToInt(i -> tokens[i]).sum(),
                    lines.size() - taken.size());
        }
    }
}
