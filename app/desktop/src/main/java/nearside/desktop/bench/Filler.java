package nearside.desktop.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Plain English text of a wanted number of tokens; another seed gives another text from the first
/// word on, so that nothing of it was read before.
final class Filler {
    private static final String[] WHO = {
        "the harbour master", "a young clerk", "the third engineer", "an old surveyor",
        "the night porter", "a careful gardener", "the new archivist", "our neighbour"
    };
    private static final String[] DID = {
        "counted", "repaired", "described", "weighed", "painted", "measured", "carried", "forgot"
    };
    private static final String[] WHAT = {
        "barrels of salt", "brass lamps", "letters from the coast", "broken clocks",
        "sheets of tin", "baskets of pears", "maps of the valley", "spools of thread"
    };
    private static final String[] WHERE = {
        "behind the customs house",
        "near the old bridge",
        "in the long corridor",
        "under the stairs",
        "beside the canal",
        "at the edge of town",
        "in the tower room",
        "on the upper deck"
    };

    private final Subject subject;

    Filler(Subject subject) {
        this.subject = subject;
    }

    /// As near to that many tokens as whole words allow, and no more.
    String text(int tokens, long seed) {
        String[] words = words(seed, tokens);
        int low = 1;
        int high = words.length;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (subject.count(joined(words, middle)) <= tokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return joined(words, low);
    }

    private static String joined(String[] words, int count) {
        return Arrays.stream(words, 0, count).collect(Collectors.joining(" "));
    }

    private static String[] words(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> sentence(random))
                .flatMap(sentence -> Stream.of(sentence.split(" ")))
                .limit(count)
                .toArray(String[]::new);
    }

    private static String sentence(Random random) {
        return "On day %d %s %s %d %s %s."
                .formatted(
                        random.nextInt(1, 366),
                        one(random, WHO),
                        one(random, DID),
                        random.nextInt(2, 90),
                        one(random, WHAT),
                        one(random, WHERE));
    }

    private static String one(Random random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
