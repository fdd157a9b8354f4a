package nearside.worker.text;

/// Halves of characters that stand alone have no UTF-8: they are replaced, visibly.
final class Surrogates {
    private Surrogates() {}

    static String replaced(String text) {
        if (text.codePoints().noneMatch(Surrogates::lone)) {
            return text;
        }
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> lone(point) ? 0xfffd : point)
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }

    private static boolean lone(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
