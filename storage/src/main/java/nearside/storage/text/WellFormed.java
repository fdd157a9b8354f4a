package nearside.storage.text;

/// Text that every encoding can hold: halves of characters are replaced, visibly and once, instead
/// of differently by whoever encodes them.
public final class WellFormed {
    private static final int REPLACEMENT = 0xFFFD;

    private WellFormed() {}

    public static String of(String text) {
        return text.codePoints().anyMatch(WellFormed::half) ? replaced(text) : text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().map(c -> half(c) ? REPLACEMENT : c).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static boolean half(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
