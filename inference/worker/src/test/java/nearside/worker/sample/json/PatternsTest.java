package nearside.worker.sample.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

class PatternsTest {
    private final Patterns patterns = new Patterns();

    private boolean matches(Pattern pattern, String text) {
        Pattern state = pattern;
        for (byte value : text.getBytes(StandardCharsets.ISO_8859_1)) {
            state = patterns.after(state, value & 0xFF);
        }
        return state.matchesEmpty();
    }

    @Test
    void equalPatternsAreTheSame() {
        Pattern a = patterns.text("a");
        Pattern b = patterns.text("b");
        assertSame(a, patterns.text("a"));
        assertSame(patterns.choice(a, b), patterns.choice(b, patterns.choice(a, b)));
        assertSame(a, patterns.choice(a, patterns.nothing()));
        assertSame(a, patterns.sequence(a, patterns.empty()));
        assertSame(patterns.nothing(), patterns.sequence(a, patterns.nothing(), b));
    }

    @Test
    void anEndlessRepetitionHasFewStates() {
        Pattern many = patterns.repeat(patterns.text("ab"), 2, Patterns.NO_END);
        Pattern state = many;
        for (int i = 0; i < 1000; i++) {
            state = patterns.after(patterns.after(state, 'a'), 'b');
        }
        assertTrue(state.matchesEmpty());
        assertTrue(patterns.count() < 20, patterns.count() + " patterns");
    }

    @Test
    void whatIsNoLongerNeededIsForgotten() {
        Pattern counted = patterns.repeat(patterns.range('a', 'z'), 0, 10_000);
        Pattern state = counted;
        for (int i = 0; i < 5_000; i++) {
            state = patterns.after(state, 'q');
        }
        assertTrue(patterns.count() > 5_000);
        patterns.keepOnly(state);
        assertTrue(patterns.count() < 10, patterns.count() + " patterns");
        assertTrue(matches(state, "x".repeat(5_000)));
        assertTrue(!matches(state, "x".repeat(5_001)));
    }

    /// A pattern and the regular expression of the library for the same texts.
    private record Pair(Pattern pattern, String regex) {}

    @Test
    void matchesWhatTheLibrarysRegularExpressionsMatch() {
        SplittableRandom random = new SplittableRandom(8);
        int matched = 0;
        for (int round = 0; round < 3_000; round++) {
            Pair pair = random(random, 4);
            for (int i = 0; i < 20; i++) {
                String text = letters(random);
                boolean expected = text.matches(pair.regex());
                assertEquals(expected, matches(pair.pattern(), text), pair.regex() + " " + text);
                matched += expected ? 1 : 0;
            }
        }
        assertTrue(matched > 5_000, matched + " matched");
    }

    private Pair random(SplittableRandom random, int depth) {
        if (depth == 0) {
            return random.nextInt(8) == 0
                    ? new Pair(patterns.empty(), "()")
                    : letter((char) ('a' + random.nextInt(3)));
        }
        Pair one = random(random, depth - 1);
        Pair other = random(random, depth - 1 - random.nextInt(depth));
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Pair(
                            patterns.sequence(one.pattern(), other.pattern()),
                            one.regex() + other.regex());
            case 1 ->
                    new Pair(
                            patterns.choice(one.pattern(), other.pattern()),
                            "(" + one.regex() + "|" + other.regex() + ")");
            case 2 -> new Pair(patterns.optional(one.pattern()), "(" + one.regex() + ")?");
            default -> repeated(one, random);
        };
    }

    private Pair letter(char letter) {
        return new Pair(patterns.range('a', letter), "[a-" + letter + "]");
    }

    private Pair repeated(Pair item, SplittableRandom random) {
        if (item.pattern().matchesEmpty()) {
            return item;
        }
        int least = random.nextInt(3);
        int most = least + random.nextInt(3);
        return random.nextBoolean()
                ? new Pair(
                        patterns.repeat(item.pattern(), least, most),
                        "(" + item.regex() + "){" + least + "," + most + "}")
                : new Pair(
                        patterns.repeat(item.pattern(), least, Patterns.NO_END),
                        "(" + item.regex() + "){" + least + ",}");
    }

    private static String letters(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(7), 'a', 'd').forEach(letter -> text.append((char) letter));
        return text.toString();
    }
}
