package nearside.copilot.context.scope;

import java.util.regex.Pattern;

/// How a language asks about all of a text. A sentence does where it has words of such a task, and
/// else nothing but plain words; or where it says that it means all, and does not narrow that.
///
/// @param all words that say that all is meant
/// @param text words for a whole text
/// @param narrow words by which only a part is meant
/// @param plain words that do not tell what is meant, such as polite ones
record Tongue(Tasks tasks, Pattern all, Pattern text, Pattern narrow, Pattern plain) {
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /// What can be asked for.
    ///
    /// @param outline words that ask for an outline
    /// @param eachWord words that ask for work on each word
    /// @param eachMention whole phrases that ask for each place
    record Tasks(Pattern outline, Pattern eachWord, Pattern eachMention) {}

    /// @param words one a line or with spaces between, each a regular expression in which `_` is a
    ///   space
    static Pattern words(String words) {
        return Pattern.compile(
                "(?U)(?<![\\p{L}\\p{N}'])(?:"
                        + words.strip().replaceAll("\\s+", "|").replace('_', ' ')
                        + ")(?![\\p{L}\\p{N}'])");
    }

    /// The same for writing without spaces between words.
    static Pattern signs(String words) {
        return Pattern.compile(words.strip().replaceAll("\\s+", "|"));
    }

    /// @param sentence in small letters
    Scope scope(String sentence) {
        if (tasks.eachMention().matcher(sentence).find()) {
            return Scope.EVERY_MENTION;
        }
        if (narrow.matcher(sentence).find()) {
            return Scope.PART;
        }
        if (has(tasks.eachWord(), sentence)
                && (has(all, sentence)
                        || (has(text, sentence) && isPlain(tasks.eachWord(), sentence)))) {
            return Scope.EVERY_WORD;
        }
        return has(tasks.outline(), sentence)
                        && (has(all, sentence) || isPlain(tasks.outline(), sentence))
                ? Scope.OVERVIEW
                : Scope.PART;
    }

    private static boolean has(Pattern words, String sentence) {
        return words.matcher(sentence).find();
    }

    /// Whether there is nothing besides the task but plain words.
    private boolean isPlain(Pattern task, String sentence) {
        String rest = sentence;
        for (Pattern words : new Pattern[] {task, all, text, plain}) {
            rest = words.matcher(rest).replaceAll(" ");
        }
        return !has(LETTER, rest);
    }
}
