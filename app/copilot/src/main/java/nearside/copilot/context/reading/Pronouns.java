package nearside.copilot.context.reading;

import java.util.List;
import java.util.Set;

/// Words that stand for something said before, of some widespread languages.
final class Pronouns {
    private static final Set<String> ALL =
            Set.of(
                    ("he she it they his her hers its their theirs this that these those there then"
                                    + " er es ihr ihre sein seine dieser diese dieses dort il elle"
                                    + " ils elles ce cela ella ello ellos ellas eso egli essi lui")
                            .split(" ", -1));
    private static final Set<Integer> IDEOGRAPHS =
            Set.of((int) '他', (int) '她', (int) '它', (int) '这', (int) '那', (int) '其');

    private Pronouns() {}

    /// Whether one stands at the beginning.
    ///
    /// @param words folded
    static boolean begin(List<String> words) {
        return !words.isEmpty()
                && (ALL.contains(words.getFirst())
                        || IDEOGRAPHS.contains(words.getFirst().codePointAt(0)));
    }
}
