package nearside.cloud;

/// Puts the continuation of a reply to what was written before: what is said again is left out.
///
/// Spaces are not compared, since models write them anew. The text is held back only as long as it
/// may still be a repetition.
final class Joint {
    /// How far back a repetition may begin.
    private static final int REACH = 2_000;

    /// A repetition that begins within a word's rest, or after a space, must be longer than one
    /// that begins with the word: `bana` and `na` repeat nothing.
    private static final int SHORT = 3;

    private static final int LONG = 8;

    private final String tail;
    private final StringBuilder held = new StringBuilder();
    private boolean joined;

    /// @param written what is there; empty for a new reply
    Joint(String written) {
        tail = written.substring(Math.max(0, written.length() - REACH));
        joined = written.isEmpty();
    }

    /// The part of the text that is new, as far as that is certain.
    String add(String text) {
        if (joined) {
            return text;
        }
        held.append(text);
        return mayStillRepeat() ? "" : join();
    }

    /// What was held back to the end of the reply.
    String end() {
        return joined ? "" : join();
    }

    /// What was held back to where the connection was cut. What may have become a repetition is
    /// none of it.
    String cut() {
        return joined || mayStillRepeat() ? "" : join();
    }

    private boolean mayStillRepeat() {
        String more = solid(held);
        for (int from = 0; from < tail.length(); from++) {
            String rest = solid(tail.substring(from));
            if (beginsWord(from) && rest.startsWith(more)) {
                return true;
            }
        }
        return false;
    }

    private String join() {
        joined = true;
        String text = held.toString();
        for (int from = 0; from < tail.length(); from++) {
            if (beginsWord(from) && repeats(solid(tail.substring(from)), text)) {
                return spaced(after(text, solid(tail.substring(from)).length()));
            }
        }
        return apart(text);
    }

    private boolean beginsWord(int at) {
        return !Character.isWhitespace(tail.charAt(at))
                && (at == 0
                        || !Character.isLetterOrDigit(tail.charAt(at - 1))
                        || Character.isIdeographic(tail.codePointAt(at)));
    }

    private boolean repeats(String rest, String text) {
        boolean atOnce = !text.isEmpty() && !Character.isWhitespace(text.charAt(0));
        boolean words = !rest.codePoints().anyMatch(Character::isIdeographic);
        int least = atOnce && words ? SHORT : LONG;
        return rest.length() >= least && solid(text).startsWith(rest);
    }

    /// The text behind so many characters that are no spaces.
    private static String after(String text, int solid) {
        int at = 0;
        for (int seen = 0; seen < solid; at++) {
            seen += Character.isWhitespace(text.charAt(at)) ? 0 : 1;
        }
        return text.substring(at);
    }

    /// Without the space that is there already.
    private String spaced(String rest) {
        String space = tail.substring(tail.stripTrailing().length());
        return rest.startsWith(space) ? rest.substring(space.length()) : rest.stripLeading();
    }

    /// A sentence that ended is not glued to the next.
    private String apart(String text) {
        boolean glued =
                !tail.isEmpty()
                        && ".!?:;,".indexOf(tail.charAt(tail.length() - 1)) >= 0
                        && !text.isEmpty()
                        && Character.isLetter(text.charAt(0));
        return glued ? " " + text : text;
    }

    private static String solid(CharSequence text) {
        StringBuilder solid = new StringBuilder();
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> solid.append((char) c));
        return solid.toString();
    }
}
