package nearside.copilot.context.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

class PostingsTest {
    private static Map<Integer, Integer> visited(Postings postings, String word) {
        Map<Integer, Integer> counts = new TreeMap<>();
        postings.visit(word, counts::put);
        return counts;
    }

    @Test
    void everyWordIsWhereItStandsAndAsOften() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            List<List<String>> places =
                    IntStream.range(0, random.nextInt(20))
                            .mapToObj(_ ->
                                    IntStream.range(0, random.nextInt(12))
                                            .mapToObj(_ -> "w" + random.nextInt(8))
                                            .toList())
                            .toList();
            Postings postings = new Postings(places);
            for (int word = 0; word < 9; word++) {
                String it = "w" + word;
                Map<Integer, Integer> expected = new TreeMap<>();
                for (int place = 0; place < places.size(); place++) {
                    int count = Collections.frequency(places.get(place), it);
                    if (count > 0) {
                        expected.put(place, count);
                    }
                }
                assertEquals(expected, visited(postings, it));
                assertEquals(expected.size(), postings.spread(it));
                assertArrayEquals(
                        expected.keySet().stream().mapToInt(Integer::intValue).toArray(),
                        postings.places(it).toArray());
            }
        }
    }

    @Test
    void nothingHasNoPlaces() {
        assertEquals(0, new Postings(List.of()).spread("a"));
        assertEquals(Map.of(), visited(new Postings(List.of(List.of())), "a"));
    }
}
