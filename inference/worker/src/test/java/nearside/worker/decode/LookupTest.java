package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class LookupTest {
    private static final int SHORTEST = 2;

    private static Lookup of(int... text) {
        return new Lookup(SHORTEST, text);
    }

    @Test
    void nothingStoodTogetherBefore() {
        assertTrue(of().match().isNone());
        assertTrue(of(1, 2, 3, 4, 5).match().isNone());
        assertTrue(of(1, 9, 2, 9).match().isNone());
    }

    @Test
    void findsWhatFollowed() {
        Lookup lookup = of(1, 2, 3, 4, 5, 1, 2);
        assertEquals(new Lookup.Match(2, 2), lookup.match());
        assertArrayEquals(new int[] {3, 4, 5}, lookup.following(2, 3));
        assertArrayEquals(new int[] {3, 4, 5, 1, 2}, lookup.following(2, 100));
    }

    @Test
    void theLongestMatchCountsAndOfTheseTheLast() {
        assertEquals(new Lookup.Match(3, 3), of(7, 1, 2, 3, 9, 1, 2, 4, 7, 1, 2).match());
        assertEquals(new Lookup.Match(5, 2), of(1, 2, 3, 1, 2, 4, 1, 2).match());
    }

    @Test
    void whatIsAddedIsFoundToo() {
        Lookup lookup = of(1, 2);
        for (int id : new int[] {3, 1, 2}) {
            lookup.add(id);
        }
        assertEquals(new Lookup.Match(2, 2), lookup.match());
        assertEquals(2, lookup.newest());
        assertArrayEquals(new int[] {1, 2, 3, 1, 2}, lookup.tokens());
    }

    /// A text that repeats one token goes on with itself.
    @Test
    void repetitionGoesOn() {
        Lookup lookup = of(5, 5, 5);
        assertEquals(2, lookup.match().next());
        assertArrayEquals(new int[] {5}, lookup.following(2, 4));
    }

    @Test
    void findsWhatASearchFinds() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            int[] text = random.ints(random.nextInt(60), 0, 4).toArray();
            Lookup.Match searched = new Search(SHORTEST, text).match();
            assertEquals(searched, of(text).match(), Arrays.toString(text));
        }
    }
}
