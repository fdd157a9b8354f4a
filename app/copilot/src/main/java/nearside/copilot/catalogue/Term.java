package nearside.copilot.catalogue;

import nearside.engine.folder.FileNames;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the texts of a catalogue may be, each kind by itself.
enum Term {
    ID("a plain name of at most 80 small letters, digits, dots and dashes"),
    NAME("a text of at most 80 plain characters"),
    DESCRIPTION("a text of at most 600 plain characters"),
    LICENCE("an SPDX identifier"),
    LANGUAGE("a language tag"),
    ADDRESS("an https address of at most 300 characters"),
    REPOSITORY("an owner, a slash and a name"),
    REVISION("main or 40 hexadecimal digits"),
    FOLDER("a relative path of at most 10 plain names"),
    FILE("the name of a model's file"),
    SHA256("64 hexadecimal digits");

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 600;
    private static final Pattern ID_LETTERS =
            Pattern.compile("[a-z0-9]([a-z0-9.-]{0,78}[a-z0-9])?");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+=-]{0,95}");

    /// Names that Windows keeps for devices, whatever follows the first dot.
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|(com|lpt)[0-9])([.].*)?");

    /// Types of characters that cannot be seen, turn a text around, or mean nothing in public.
    private static final Set<Byte> UNSEEN =
            Set.of(
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR);

    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_SHOWN = 80;
    private static final int MOST_SEGMENTS = 10;

    private final String expected;

    Term(String expected) {
        this.expected = expected;
    }

    boolean holds(String text) {
        return switch (this) {
            case ID -> isId(text);
            case NAME -> isSentence(text, LONGEST_NAME);
            case DESCRIPTION -> isSentence(text, LONGEST_DESCRIPTION);
            case LICENCE -> text.matches("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");
            case LANGUAGE -> text.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");
            case ADDRESS -> isAddress(text);
            case REPOSITORY -> isRepository(text);
            case REVISION -> text.matches("main|[0-9a-f]{40}");
            case FOLDER -> isFolder(text);
            case FILE -> FileNames.belongs(text) && isSegment(text);
            case SHA256 -> text.matches("[0-9a-f]{64}");
        };
    }

    String expected() {
        return expected;
    }

    /// Throws what only a bug can bring about: readers ask first.
    void check(String text) {
        if (!holds(text)) {
            throw new IllegalArgumentException(this + " is not " + expected);
        }
    }

    private static boolean isId(String text) {
        return ID_LETTERS.matcher(text).matches() && !DEVICE.matcher(text).matches();
    }

    private static boolean isSentence(String text, int longest) {
        return text.length() <= longest
                && !text.isBlank()
                && text.equals(text.strip())
                && text.codePoints().allMatch(Term::isSeen);
    }

    private static boolean isSeen(int character) {
        return !UNSEEN.contains((byte) Character.getType(character));
    }

    /// A text as it can be shown: short, and every character seen.
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(it -> isSeen(it) ? it : '?')
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? shown + "…" : shown + "";
    }

    private static boolean isRepository(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 2
                && Arrays.stream(parts).allMatch(Term::isSegment)
                && text.matches("[A-Za-z0-9._/-]+");
    }

    private static boolean isFolder(String text) {
        String[] segments = text.split("/", -1);
        return segments.length <= MOST_SEGMENTS
                && Arrays.stream(segments).allMatch(Term::isSegment);
    }

    /// A name that every system takes for what it is.
    private static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches()
                && !text.endsWith(".")
                && !DEVICE.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_ADDRESS
                    && text.matches("\\p{ASCII}+")
                    && "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
