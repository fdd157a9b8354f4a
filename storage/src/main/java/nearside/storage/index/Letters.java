package nearside.storage.index;

/// Goes through a text letter by letter, folded. What ends words shows as [Letter#BREAK].
final class Letters {
    static final int END = -1;

    private final String text;
    private int at;
    private String rest = "";
    private int restAt;
    private int current;
    private int from;
    private int to;

    Letters(String text) {
        this.text = text;
        advance();
    }

    /// The letter, [Letter#BREAK] or [#END].
    int current() {
        return current;
    }

    boolean isLetter() {
        return current != END && current != Letter.BREAK;
    }

    /// Where it begins in the text.
    int from() {
        return from;
    }

    /// Where it ends in the text, with the accents behind it.
    int to() {
        return to;
    }

    void advance() {
        if (restAt < rest.length()) {
            takeRest();
            return;
        }
        while (at < text.length()) {
            int c = text.codePointAt(at);
            from = at;
            at += Character.charCount(c);
            to = at;
            if (Letter.isPlain(c)) {
                current = c;
                return;
            }
            rest = Letter.folded(c);
            restAt = 0;
            if (!rest.isEmpty()) {
                takeRest();
                return;
            }
        }
        current = END;
    }

    private void takeRest() {
        current = rest.codePointAt(restAt);
        restAt += Character.charCount(current);
        while (restAt == rest.length() && at < text.length() && isAccent(text.charAt(at))) {
            to = ++at;
        }
    }

    private static boolean isAccent(char c) {
        return c >= 0x80 && !Letter.isPlain(c) && !Character.isSurrogate(c) && isNothing(c);
    }

    private static boolean isNothing(char c) {
        return Letter.folded(c).isEmpty();
    }
}
