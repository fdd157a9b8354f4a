package nearside.worker.template;

/// What Python takes for white space.
final class Spaces {
    private Spaces() {}

    static boolean is(int character) {
        return Character.isSpaceChar(character)
                || (character >= 0x09 && character <= 0x0d)
                || (character >= 0x1c && character <= 0x1f)
                || character == 0x85;
    }

    static boolean blank(String text) {
        return text.chars().allMatch(Spaces::is);
    }

    /// The first index from `from` on that holds no white space.
    static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static String stripRight(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    static String strip(String text) {
        String left = stripRight(text);
        return left.substring(skip(left, 0));
    }
}
