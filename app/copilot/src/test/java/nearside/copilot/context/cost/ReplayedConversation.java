package nearside.copilot.context.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A conversation whose answers are all borrowed, as a seed makes it: 2 to 60 turns, of sizes that
/// are log-normal, with gaps of seconds and breaks of hours, and changes of the topic.
///
/// @param start tokens that were said here before the first answer was borrowed
/// @param evidence tokens of the start that each topic needs, by topic
record ReplayedConversation(long seed, int start, List<Integer> evidence, List<Said> turns) {
    static final int MOST_TURNS = 60;
    private static final int FEWEST_TURNS = 2;
    private static final int TOPICS = 12;

    /// Turns before the question that a packing keeps whatever they say.
    private static final int RECENT = 2;

    /// Tokens of the start that it keeps while there are fewer.
    private static final int LAST_LINES = 600;

    private static final double HOURS = 24;

    ReplayedConversation {
        evidence = List.copyOf(evidence);
        turns = List.copyOf(turns);
    }

    /// One turn.
    ///
    /// @param gap since the question before it
    /// @param topic of the question
    record Said(Duration gap, int question, int answer, int topic) {
        int tokens() {
            return question + answer;
        }
    }

    /// How people are: by the median so many tokens were said before, at most so much of the gaps
    /// are breaks, and at most so much of the turns change the topic.
    enum World {
        MIXED(6_000, 0.35, 0.4),
        NO_BREAKS(6_000, 0.021, 0.4),
        MOSTLY_BREAKS(6_000, 1, 0.4),
        ONE_TOPIC(6_000, 0.35, 0.021),
        RESTLESS(6_000, 0.35, 1),
        NOTHING_BEFORE(50, 0.35, 0.4),
        MUCH_BEFORE(40_000, 0.35, 0.4);

        private final double start;
        private final double breaks;
        private final double changes;

        World(double start, double breaks, double changes) {
            this.start = start;
            this.breaks = breaks;
            this.changes = changes;
        }
    }

    static ReplayedConversation of(long seed) {
        return of(seed, World.MIXED);
    }

    static ReplayedConversation of(long seed, World world) {
        SplittableRandom random = new SplittableRandom(seed);
        int start = logNormal(random, world.start, 1.0);
        List<Integer> evidence =
                IntStream.range(0, TOPICS)
                        .map(_ -> random.nextDouble() < 0.25 ? 0 : logNormal(random, 1_200, 0.8))
                        .map(tokens -> Math.min(tokens, start / 2))
                        .boxed()
                        .toList();
        return new ReplayedConversation(seed, start, evidence, turns(random, world));
    }

    private static List<Said> turns(RandomGenerator random, World world) {
        int count = (int) logUniform(random, FEWEST_TURNS, MOST_TURNS + 1);
        double pace = logUniform(random, 15, 150);
        double breaks = random.nextDouble(0.02, world.breaks);
        double changes = random.nextDouble(0.02, world.changes);
        List<Said> turns = new ArrayList<>();
        int topic = 0;
        for (int i = 0; i < count; i++) {
            topic = random.nextDouble() < changes ? random.nextInt(TOPICS) : topic;
            boolean pasted = random.nextDouble() < 0.12;
            turns.add(
                    new Said(
                            gap(random, pace, breaks),
                            logNormal(random, pasted ? 1_500 : 60, 0.9),
                            logNormal(random, 350, 0.7),
                            topic));
        }
        return turns;
    }

    private static Duration gap(RandomGenerator random, double pace, double breaks) {
        double seconds =
                random.nextDouble() < breaks
                        ? logUniform(random, 360, HOURS * 3_600)
                        : pace * Math.exp(0.8 * random.nextGaussian());
        return Duration.ofMillis((long) (1_000 * seconds));
    }

    private static int logNormal(RandomGenerator random, double median, double sigma) {
        return (int) Math.max(1, median * Math.exp(sigma * random.nextGaussian()));
    }

    private static double logUniform(RandomGenerator random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    /// Tokens that were said before that turn.
    int before(int turn) {
        return start + turns.subList(0, turn).stream().mapToInt(Said::tokens).sum();
    }

    /// Tokens of a packing that fits the question of that turn: the last lines, what the start says
    /// of its topic, and half of what was said of it before the last lines.
    int packed(int turn) {
        int topic = turns.get(turn).topic();
        int recent = Math.max(0, turn - RECENT);
        int onTopic =
                turns.subList(0, recent).stream()
                        .filter(it -> it.topic() == topic)
                        .mapToInt(Said::tokens)
                        .sum();
        int last = turns.subList(recent, turn).stream().mapToInt(Said::tokens).sum();
        int ofStart = evidence.get(topic) + (turn < RECENT ? Math.min(start / 2, LAST_LINES) : 0);
        return Math.min(before(turn), ofStart + onTopic / 2 + last);
    }

    /// Tokens that the question of that turn needs of the start and that none before it needed.
    int newEvidence(int turn) {
        int topic = turns.get(turn).topic();
        boolean asked = turns.subList(0, turn).stream().anyMatch(it -> it.topic() == topic);
        return turn == 0 || asked ? 0 : evidence.get(topic);
    }
}
