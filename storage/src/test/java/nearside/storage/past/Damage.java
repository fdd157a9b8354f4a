package nearside.storage.past;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may happen to a file, by chance.
public enum Damage {
    NOTHING,
    CUT,
    FLIPPED,
    GAP,
    DOUBLED,
    WRONG_TYPE,
    DEEP,
    HUGE_NUMBER,
    SAME_ID,
    OTHER_PARENT,
    HALF_CHARACTER,
    LONG_TEXT,
    LONG_LIST;

    private static final Pattern TEXT =
            Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\.)*+\"(?!\\s*:)");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final List<String> OTHERS =
            List.of("null", "true", "-1", "[]", "{}", "[[1]]", "\"\"", "{\"a\":[{}]}", "1e5");

    public byte[] to(byte[] file, SplittableRandom random) {
        return switch (this) {
            case NOTHING -> file;
            case CUT -> without(file, random.nextInt(file.length), file.length);
            case FLIPPED -> flipped(file, random);
            case GAP -> gap(file, random);
            case DOUBLED -> doubled(file, random);
            case WRONG_TYPE -> replaced(file, random, OTHERS.get(random.nextInt(OTHERS.size())));
            case DEEP -> {
                int levels = 1 << random.nextInt(18);
                yield replaced(file, random, "[".repeat(levels) + "]".repeat(levels));
            }
            case HUGE_NUMBER ->
                    replaced(file, random, "9".repeat(1 + random.nextInt(500)) + "e999999999");
            case SAME_ID, OTHER_PARENT -> swapped(file, random);
            case HALF_CHARACTER -> replaced(file, random, "\"a\\ud800b\\udfff\"");
            case LONG_TEXT -> replaced(file, random, '"' + "ä".repeat(10 << 20) + '"');
            case LONG_LIST -> replaced(file, random, "[" + "\"a\",".repeat(1 << 20) + "1]");
        };
    }

    private static byte[] flipped(byte[] file, SplittableRandom random) {
        byte[] flipped = file.clone();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] gap(byte[] file, SplittableRandom random) {
        int from = random.nextInt(file.length);
        return without(file, from, Math.min(file.length, from + 1 + random.nextInt(500)));
    }

    private static byte[] without(byte[] file, int from, int to) {
        String bytes = new String(file, ISO_8859_1);
        return (bytes.substring(0, from) + bytes.substring(to)).getBytes(ISO_8859_1);
    }

    private static byte[] doubled(byte[] file, SplittableRandom random) {
        String bytes = new String(file, ISO_8859_1);
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(2000));
        return (bytes.substring(0, to) + bytes.substring(from)).getBytes(ISO_8859_1);
    }

    /// Another value where a text stood.
    private static byte[] replaced(byte[] file, SplittableRandom random, String value) {
        String text = new String(file, UTF_8);
        List<MatchResult> texts = TEXT.matcher(text).results().toList();
        if (texts.isEmpty()) {
            return file;
        }
        MatchResult at = texts.get(random.nextInt(texts.size()));
        return (text.substring(0, at.start()) + value + text.substring(at.end())).getBytes(UTF_8);
    }

    /// One id where another stood: doubles, circles, strangers' messages.
    private static byte[] swapped(byte[] file, SplittableRandom random) {
        String text = new String(file, UTF_8);
        Matcher matcher = ID.matcher(text);
        List<MatchResult> ids = new ArrayList<>(matcher.results().toList());
        if (ids.isEmpty()) {
            return file;
        }
        StringBuilder swapped = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            MatchResult to = ids.get(random.nextInt(ids.size()));
            swapped.replace(to.start(), to.end(), ids.get(random.nextInt(ids.size())).group());
        }
        return swapped.toString().getBytes(UTF_8);
    }
}
