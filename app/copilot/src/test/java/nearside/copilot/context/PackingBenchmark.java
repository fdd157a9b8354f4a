package nearside.copilot.context;

import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.graph.Themes;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long packing takes, and reading one message for it. Not part of the everyday run:
///
/// `mvn -pl app/copilot -am test -Dtest=PackingBenchmark -Dsurefire.failIfNoSpecifiedTests=false`
class PackingBenchmark {
    private static final int ROUNDS = 200;

    /// English runs at about so many letters a token.
    private static final int LETTERS = 4;

    private static final int MESSAGE = 300;

    private static final String GLOBAL = "Summarise our whole conversation.";

    private static String words(SplittableRandom random, int tokens) {
        StringBuilder text = new StringBuilder();
        while (text.length() < tokens * LETTERS) {
            text.append(
                    IntStream.range(0, 6 + random.nextInt(14))
                            .mapToObj(_ -> word(random))
                            .collect(Collectors.joining(" ", "The ", ". ")));
        }
        return text.toString();
    }

    private static String word(SplittableRandom random) {
        int number = (int) Math.pow(random.nextDouble() * 70, 2);
        return (number % 9 == 0 ? "Name" : "word") + Integer.toString(number, 36);
    }

    private static List<Line> talk(SplittableRandom random, int tokens) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < tokens / MESSAGE; i++) {
            Role role = i % 2 == 0 ? Role.USER : Role.ASSISTANT;
            lines.add(new Line(role, words(random, MESSAGE)));
        }
        return lines;
    }

    private interface Work {
        void run();
    }

    private static void measure(String what, Work work) {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begun;
        }
        long[] cold = Arrays.copyOf(nanos, 1);
        Arrays.sort(nanos);
        System.out.printf(
                "%s: first %.1f ms, p50 %.1f ms, p95 %.1f ms%n",
                what, cold[0] / 1e6, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6);
    }

    private static void measurePacking(List<Line> talk, String question, int tokens) {
        List<Line> lines = new ArrayList<>(talk);
        lines.add(new Line(Role.USER, question));
        measure(
                "“" + question + "”: " + tokens + " tokens packed to a quarter",
                () ->
                        new EvidencePacker()
                                .pack(
                                        Talk.of(lines),
                                        Limit.of(tokens / 4),
                                        line -> line.text().length() / LETTERS));
    }

    @Test
    void run() {
        SplittableRandom random = new SplittableRandom(1);
        for (int tokens : new int[] {2_000, 30_000}) {
            List<Line> talk = talk(random, tokens);
            String local = "What did " + word(random) + " say of " + word(random) + "?";
            measurePacking(talk, local, tokens);
            measurePacking(talk, GLOBAL, tokens);
            measurePacking(new Themes(1, 20, tokens * LETTERS).lines(), GLOBAL, tokens);
        }
        Sources sources = new Sources();
        String message = words(random, 1_000);
        measure("a message of 1,000 tokens read", () -> sources.turn("user", message));
    }
}
