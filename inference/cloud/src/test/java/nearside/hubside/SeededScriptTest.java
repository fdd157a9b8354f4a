package nearside.hubside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class SeededScriptTest {
    private static final int MOST = 3;
    private static final URI ELSEWHERE = URI.create("http://127.0.0.2:9");
    private static final List<String> PATHS = List.of("/a", "/b", "/c", "/d/e");

    private static SeededScript script(long seed) {
        return SeededScript.of(seed, MOST, ELSEWHERE);
    }

    private static Turn turn(Turn.Kind kind, String path, int nthOfPath) {
        return new Turn(
                kind, nthOfPath, nthOfPath, new HubRequest("GET", path, "HTTP/1.1", List.of()));
    }

    /// Every address asked for ten times.
    private static List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (Turn.Kind kind : Turn.Kind.values()) {
            for (String path : PATHS) {
                for (int nth = 1; nth <= 10; nth++) {
                    turns.add(turn(kind, path, nth));
                }
            }
        }
        return turns;
    }

    private static String told(HubFault fault) {
        return switch (fault) {
            case HubFault.Listing(Content body) -> "Listing " + Arrays.toString(bytes(body));
            default -> fault.toString();
        };
    }

    private static Map<Turn, String> played(SeededScript script, List<Turn> turns) {
        Map<Turn, String> faults = new HashMap<>();
        turns.forEach(turn -> faults.put(turn, told(script.fault(turn))));
        return faults;
    }

    @Test
    void theSameSeedPlaysTheSameInAnyOrder() {
        List<Turn> mixed = new ArrayList<>(turns());
        Collections.shuffle(mixed, new Random(1));
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals(played(script(seed), turns()), played(script(seed), mixed));
        }
        assertNotEquals(played(script(1), turns()), played(script(2), turns()));
    }

    @Test
    void afterTheFirstFewAllIsWellUnlessItIsForEver() {
        for (long seed = 1; seed <= 300; seed++) {
            SeededScript script = script(seed);
            for (Turn turn : turns()) {
                boolean forEver = script.isForEver(turn.kind(), turn.request().path());
                HubFault fault = script.fault(turn);
                if (forEver) {
                    assertEquals(told(script.forEver().orElseThrow().fault()), told(fault));
                } else if (turn.nthOfPath() > MOST || turn.kind() == Turn.Kind.EXTRA) {
                    assertEquals(new HubFault.None(), fault);
                }
            }
        }
    }

    @Test
    void aFifthOfTheSeedsNeverMends() {
        long stuck =
                LongStream.rangeClosed(1, 1000)
                        .filter(seed -> script(seed).forEver().isPresent())
                        .count();
        assertTrue(stuck > 150 && stuck < 250, "" + stuck);
    }

    @Test
    void everyKindOfFaultHasItsFairShare() {
        Map<String, Long> counts =
                LongStream.rangeClosed(1, 1000)
                        .boxed()
                        .flatMap(seed -> turns().stream().map(script(seed)::fault))
                        .map(fault -> fault.getClass().getSimpleName())
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Set<String> all =
                Stream.of(HubFault.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet());
        assertEquals(all, counts.keySet());
        long first = turns().size() * 1000L;
        counts.forEach((name, count) -> assertTrue(count > first / 1000, name + " " + count));
    }

    @Test
    void quietSeedsAreQuiet() {
        SeededScript quiet = SeededScript.of(seedWithoutEnd(), 0, ELSEWHERE);
        turns().forEach(turn -> assertEquals(new HubFault.None(), quiet.fault(turn)));
    }

    private static long seedWithoutEnd() {
        return LongStream.iterate(1, seed -> seed + 1)
                .filter(seed -> script(seed).forEver().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hostileListsAreManyAndNameTheirFolder() {
        Random random = new Random(5);
        Set<String> lists =
                Stream.generate(() -> HostileListing.draw("/api/models/o/n/tree/main/x/y", random))
                        .limit(400)
                        .map(content -> new String(bytes(content), StandardCharsets.UTF_8))
                        .collect(Collectors.toSet());
        assertTrue(lists.size() > 40, "" + lists.size());
        assertTrue(lists.stream().anyMatch(list -> list.contains("\"x/y/../../evil.json\"")));
        assertTrue(lists.stream().noneMatch(list -> list.contains("FOLDER")));
    }

    private static byte[] bytes(Content content) {
        try {
            return content.read(0, (int) content.size());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void playsOnARealHub() throws Exception {
        try (HubSide hub = HubSide.of(Shelf.content())) {
            hub.script(SeededScript.of(seedWithoutEnd(), MOST, ELSEWHERE));
            for (URI place : List.of(Shelf.small(hub), Shelf.tree(hub))) {
                while (asked(hub, place) < MOST) {
                    Talk.getImpatiently(place);
                }
            }
            assertEquals(Shelf.SMALL, Talk.get(Shelf.small(hub)).body());
            assertEquals(200, Talk.get(Shelf.tree(hub)).status());
        }
    }

    private static long asked(HubSide hub, URI place) {
        return hub.log().stream().filter(line -> line.target().equals(place.getRawPath())).count();
    }
}
