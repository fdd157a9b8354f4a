package nearside.storage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.search.Filter;
import nearside.storage.search.Query;
import nearside.storage.search.Term;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Random texts in several writings, typed and changed at random: what the index finds is what a
/// look at every text finds. 120 seeds in the everyday run; a campaign by
///
/// `mvn -pl storage -am test -Dtest=SearchCampaign -Dnearside.seeds=1-5000
/// -Dsurefire.failIfNoSpecifiedTests=false`
class SearchCampaign {
    private static final int TEXTS = 40;
    private static final int QUERIES = 25;

    private static final List<String> LETTERS =
            List.of(
                    "a", "b", "é", "e\u0301", "E", "ß", "x", "1", "２", "Ａ", "ﬁ", "д", "Й", "σ", "ς",
                    "İ", "的", "一", "是", "ア", "ー", "が", "한", "국", "ไ", "ท");
    private static final List<String> BETWEEN =
            List.of(" ", " ", " ", "", "", "-", "'", ", ", "。", "😀", "\n", "\0", "\u200D", "_");

    @Test
    void theIndexFindsWhatALookAtEveryTextFinds() {
        int found = 0;
        for (long seed : seeds()) {
            found += new Lived(seed).compare();
        }
        assertTrue(found > 10 * seeds().length, "hardly anything was ever found: " + found);
    }

    @Test
    void aTextThatIsMissingInTheIndexIsNoticed() {
        int noticed = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Lived lived = new Lived(seed);
            lived.index.forget(List.of("c0"));
            try {
                lived.compare();
            } catch (AssertionError expected) {
                noticed++;
            }
        }
        assertTrue(noticed >= 9, noticed + " of 10");
    }

    private static long[] seeds() {
        String[] ends = System.getProperty("nearside.seeds", "1-120").split("-", 2);
        return java.util.stream.LongStream.rangeClosed(
                        Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
                .toArray();
    }

    /// One index and what should be in it.
    private static final class Lived {
        private final long seed;
        private final Random random;
        private final Index index = new Index();
        private final List<String> texts = new ArrayList<>();
        private final Set<Integer> gone = new HashSet<>();

        Lived(long seed) {
            this.seed = seed;
            random = new Random(seed);
            for (int i = 0; i < TEXTS; i++) {
                texts.add(text(1 + random.nextInt(12)));
            }
            for (int from = TEXTS; from > 0; from -= 10) {
                List<Entry> next = entries(from - 10, from);
                if (random.nextBoolean()) {
                    index.putOlder(next);
                } else {
                    index.put(next);
                }
            }
            for (int changes = 0; changes < 5; changes++) {
                int which = random.nextInt(TEXTS);
                texts.set(which, text(3));
                index.put(entries(which, which + 1));
            }
            forget(1 + random.nextInt(3));
        }

        private void forget(int conversation) {
            index.forget(List.of("c" + conversation));
            for (int i = 0; i < TEXTS; i++) {
                if (i % 4 == conversation) {
                    gone.add(i);
                }
            }
            // What was read before it went does not bring it back.
            index.putOlder(entries(0, 8));
            if (random.nextBoolean()) {
                index.purge();
            }
        }

        private List<Entry> entries(int from, int to) {
            List<Entry> entries = new ArrayList<>();
            for (int i = from; i < to; i++) {
                Talk talk = new Talk(i % 4 + 1, "c" + i % 4, Optional.empty(), Filter.Place.KEPT);
                entries.add(Entry.of(i, talk, i, Set.of(), texts.get(i)));
            }
            return entries;
        }

        private String text(int words) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < words; i++) {
                int length = 1 + random.nextInt(4);
                int first = random.nextInt(LETTERS.size());
                for (int letter = 0; letter < length; letter++) {
                    text.append(LETTERS.get((first + random.nextInt(3)) % LETTERS.size()));
                }
                text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
            }
            return text.toString();
        }

        private String typed() {
            StringBuilder typed = new StringBuilder();
            for (int terms = 1 + random.nextInt(2); terms > 0; terms--) {
                String part =
                        random.nextInt(3) == 0
                                ? text(1 + random.nextInt(2))
                                : cut(texts.get(random.nextInt(TEXTS)));
                typed.append(
                        switch (random.nextInt(4)) {
                            case 0 -> "\"" + part.replace("\"", "") + "\" ";
                            case 1 -> part.strip() + "* ";
                            case 2 -> part + " AND NEAR( ^ {tokens}: -";
                            default -> part + " ";
                        });
            }
            return random.nextBoolean() ? typed.toString() : typed.toString().strip();
        }

        private String cut(String text) {
            int from = random.nextInt(text.length());
            return text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(6)));
        }

        int compare() {
            int all = 0;
            for (int i = 0; i < QUERIES; i++) {
                String typed = typed();
                Query query = Query.typed(typed, ZoneOffset.UTC);
                List<Phrase> phrases =
                        query.terms().stream().map(Phrase::of).flatMap(Optional::stream).toList();
                Set<Long> found =
                        phrases.isEmpty()
                                ? Set.of()
                                : new TreeSet<>(index.find(phrases, Bounds.NONE, TEXTS));
                assertEquals(
                        phrases.isEmpty() ? Set.of() : expected(query.terms()),
                        found,
                        () -> "seed " + seed + ", typed " + typed + ", in " + texts);
                for (long hit : found) {
                    assertFalse(
                            Snippet.of(texts.get((int) hit), phrases).marks().isEmpty(),
                            () -> "seed " + seed + ", nothing marked for " + typed);
                }
                all += found.size();
            }
            index.close();
            return all;
        }

        private Set<Long> expected(List<Term> terms) {
            Set<Long> expected = new TreeSet<>();
            for (int i = 0; i < TEXTS; i++) {
                String text = texts.get(i);
                if (!gone.contains(i)
                        && terms.stream().allMatch(term -> NaiveScan.holds(text, term))) {
                    expected.add((long) i);
                }
            }
            return expected;
        }
    }
}
