package nearside.copilot.borrow.mask;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds one kind in a text.
@FunctionalInterface
interface Finder {
    Stream<Finding> in(String text);

    /// What a pattern matches and a check confirms. A group named `it` is what is replaced, where
    /// the pattern has one.
    static Finder of(Kind kind, Pattern pattern, Predicate<String> check) {
        boolean named = pattern.namedGroups().containsKey("it");
        return text ->
                pattern.matcher(text)
                        .results()
                        .filter(match -> check.test(named ? match.group("it") : match.group()))
                        .map(match -> finding(kind, match, named));
    }

    private static Finding finding(Kind kind, MatchResult match, boolean named) {
        return named
                ? new Finding(match.start("it"), match.end("it"), kind)
                : new Finding(match.start(), match.end(), kind);
    }
}
