package nearside.copilot.context.reading;

import java.util.Set;

/// Words that say nothing by themselves, such as articles and pronouns. Only English ones: of other
/// languages such words are found by how often they stand.
final class FunctionWords {
    private static final Set<String> ALL =
            Set.of(
                    ("a an and are as at be been being but by can could did do does for from had has"
                                    + " have he her hers him his how i if in into is it its me more"
                                    + " most my no nor not of on or our she should so some such than"
                                    + " that the their them then there these they this those to too"
                                    + " was we were what when where which while who whom whose why"
                                    + " will with would you your also both each either one two first"
                                    + " same s t")
                            .split(" ", -1));

    private FunctionWords() {}

    /// @param word folded
    static boolean has(String word) {
        return ALL.contains(word);
    }
}
