package nearside.copilot.context.reading;

import nearside.storage.index.Tokens;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds names in a text: runs of words with a capital letter, over a small word between them, and
/// numbers that stand among them or are long. Writing without capitals has none.
final class Names {
    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{Nd}_&](?:[\\p{L}\\p{M}\\p{Nd}_&'’.-]*[\\p{L}\\p{M}\\p{Nd}_])?");
    private static final Pattern APART = Pattern.compile("[,;:()\"“”?!.]");
    private static final Set<String> BETWEEN =
            Set.of(
                    "of", "de", "la", "and", "&", "von", "van", "du", "del", "der", "di", "da",
                    "in", "for", "on", "the");
    private static final int LONG_NUMBER = 3;

    private final Set<String> found = new LinkedHashSet<>();
    private final List<String> run = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();

    private Names() {}

    /// Folded, each once, in their order.
    static List<String> of(String text) {
        Names names = new Names();
        Matcher words = WORD.matcher(text);
        int end = 0;
        while (words.find()) {
            if (APART.matcher(text).region(end, words.start()).find()) {
                names.close();
            }
            names.take(words.group());
            end = words.end();
        }
        names.close();
        return List.copyOf(names.found);
    }

    private void take(String word) {
        if (begins(word)) {
            run.addAll(waiting);
            waiting.clear();
            run.add(word);
        } else if (!run.isEmpty() && BETWEEN.contains(word)) {
            waiting.add(word);
        } else {
            close();
        }
    }

    private boolean begins(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first)
                || Character.isTitleCase(first)
                || (Character.isDigit(first) && (!run.isEmpty() || word.length() >= LONG_NUMBER));
    }

    private void close() {
        int from = 0;
        while (from < run.size() && FunctionWords.has(run.get(from).toLowerCase(Locale.ROOT))) {
            from++;
        }
        String name = folded(String.join(" ", run.subList(from, run.size())));
        if (name.length() > 1) {
            found.add(name);
        }
        run.clear();
        waiting.clear();
    }

    /// As names are compared.
    static String folded(String name) {
        return String.join(" ", Tokens.of(name));
    }
}
