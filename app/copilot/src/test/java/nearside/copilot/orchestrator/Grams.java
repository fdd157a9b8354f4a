package nearside.copilot.orchestrator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a text says in runs of eight words, or of eight characters where a script has no spaces.
///
/// @param words in order; marks and spaces are none
record Grams(List<String> words) {
    private static final int LENGTH = 8;
    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

    Grams {
        words = List.copyOf(words);
    }

    static Grams of(String text) {
        return new Grams(WORD.matcher(text).results().map(it -> it.group()).toList());
    }

    private Map<List<String>, Integer> runs() {
        Map<List<String>, Integer> runs = new HashMap<>();
        for (int i = 0; i + LENGTH <= words.size(); i++) {
            runs.merge(words.subList(i, i + LENGTH), 1, Integer::sum);
        }
        return runs;
    }

    /// How often a run comes again.
    int repeated() {
        return runs().values().stream().mapToInt(count -> count - 1).sum();
    }

    /// How many runs of the other are not here, or not as often.
    int missing(Grams other) {
        Map<List<String>, Integer> here = runs();
        return other.runs().entrySet().stream()
                .mapToInt(it -> Math.max(0, it.getValue() - here.getOrDefault(it.getKey(), 0)))
                .sum();
    }

    /// The first words in which the other differs, for a message.
    String difference(Grams other) {
        int at = 0;
        while (at < Math.min(words.size(), other.words.size())
                && words.get(at).equals(other.words.get(at))) {
            at++;
        }
        List<String> parts = new ArrayList<>();
        for (Grams each : List.of(this, other)) {
            int to = Math.min(each.words.size(), at + LENGTH);
            parts.add(String.join(" ", each.words.subList(Math.max(0, at - LENGTH), to)));
        }
        return String.join(" | ", parts);
    }
}
