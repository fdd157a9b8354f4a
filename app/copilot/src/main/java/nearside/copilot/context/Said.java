package nearside.copilot.context;

import nearside.copilot.context.reading.Sentences;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What was taken already, and so need not be taken once more: the same words, and lines of a log
/// that differ in numbers alone. What is asked for is taken first, so it is never among those.
final class Said {
    /// Shorter texts mean something by where they stand.
    private static final int SHORT = 40;

    /// Lines of a log that are alike: the first two tell how often.
    private static final int ALIKE = 2;

    private static final Pattern NUMBER =
            Pattern.compile("\\b(?:0x)?[0-9a-fA-F]*\\d[0-9a-fA-F]*\\b");

    /// Letters in a row that are no words of any language.
    private static final Pattern BLOB = Pattern.compile("[A-Za-z0-9+/=_-]{200,}");

    private final Map<String, Integer> times = new HashMap<>();

    /// Whether it says something that was not said; it is then said.
    boolean isNew(String piece) {
        String text = piece.strip();
        if (text.length() < SHORT) {
            return true;
        }
        boolean log = Sentences.isLog(text);
        String key = log ? NUMBER.matcher(text).replaceAll("#") : text;
        return times.merge(key, 1, Integer::sum) <= (log ? ALIKE : 1);
    }

    /// Whether most of it is data that no question is answered by, such as a picture in letters.
    static boolean isBlob(String piece) {
        int letters = BLOB.matcher(piece).results().mapToInt(it -> it.end() - it.start()).sum();
        return letters * 2 > piece.length();
    }
}
