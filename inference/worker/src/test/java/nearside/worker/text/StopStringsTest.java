package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class StopStringsTest {

    @Test
    void aStopStringAcrossPiecesIsNotShown() {
        StopStrings stops = new StopStrings(List.of("END"));
        assertEquals("one ", stops.add("one E"));
        assertEquals("", stops.add("N"));
        assertFalse(stops.found());
        assertEquals("", stops.add("D two"));
        assertTrue(stops.found());
        assertEquals("", stops.add(" three"));
        assertEquals("", stops.end());
    }

    @Test
    void textIsHeldBackOnlyAsLongAsItMayBecomeAStopString() {
        StopStrings stops = new StopStrings(List.of("\n\nUser:"));
        assertEquals("a", stops.add("a\n"));
        assertEquals("\n", stops.add("\n\n"));
        assertEquals("\n\nb", stops.add("b"));
        assertEquals("", stops.add("\n"));
        assertEquals("\n", stops.end());
        assertFalse(stops.found());
    }

    @Test
    void theOneThatEndsFirstCountsAndTheLongerOfTwo() {
        StopStrings inside = new StopStrings(List.of("abcd", "bc"));
        assertEquals("xa", inside.add("xabcd"));
        StopStrings together = new StopStrings(List.of("bc", "abc"));
        assertEquals("x", together.add("xabcd"));
    }

    @Test
    void withoutStopStringsAllPassesAtOnce() {
        StopStrings none = new StopStrings(List.of());
        assertEquals("all", none.add("all"));
        assertEquals("", none.end());
        assertFalse(none.found());
    }

    @Test
    void theTextShownIsTheOneBeforeTheStopStringWhateverThePieces() {
        SplittableRandom random = new SplittableRandom(6);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = letters(random, random.nextInt(40));
            List<String> stops = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                stops.add(letters(random, 1 + random.nextInt(5)));
            }
            StopStrings filter = new StopStrings(stops);
            String shown = inPieces(text, filter, random);
            assertEquals(expected(text, stops), shown, () -> text + " " + stops);
            assertEquals(!expected(text + "#", stops).endsWith("#"), filter.found());
            found += filter.found() ? 1 : 0;
        }
        assertTrue(found > 5_000 && found < 18_000, found + " of 20000");
    }

    private static String letters(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        random.ints(count, 'a', 'd').forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    private static String inPieces(String text, StopStrings filter, SplittableRandom random) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + random.nextInt(6));
            shown.append(filter.add(text.substring(at, end)));
            at = end;
        }
        return shown.append(filter.end()).toString();
    }

    /// For each end from left to right, the longest stop string that stands before it.
    private static String expected(String text, List<String> stops) {
        for (int end = 1; end <= text.length(); end++) {
            String before = text.substring(0, end);
            int longest =
                    stops.stream()
                            .filter(before::endsWith)
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
            if (longest > 0) {
                return before.substring(0, end - longest);
            }
        }
        return text;
    }
}
