package nearside.storage.index;

import nearside.storage.search.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A term as it is looked for: tokens that must follow each other.
///
/// @param ending whether the last token may go on
public record Phrase(List<String> tokens, Term.Kind ending) {
    public Phrase {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a phrase has a token");
        }
    }

    /// Empty for a term without letters and digits.
    public static Optional<Phrase> of(Term term) {
        List<String> tokens = new ArrayList<>();
        List<Tokens.Kind> kinds = new ArrayList<>();
        Tokens each = new Tokens(term.text());
        while (each.next()) {
            tokens.add(each.text());
            kinds.add(each.kind());
        }
        int last = tokens.size() - 1;
        if (last < 0) {
            return Optional.empty();
        }
        // A run of letters without spaces may go on in the text: there its last letter begins a
        // pair.
        if (last > 0 && kinds.get(last - 1) == Tokens.Kind.PAIR) {
            return Optional.of(new Phrase(tokens.subList(0, last), Term.Kind.WHOLE));
        }
        return Optional.of(new Phrase(tokens, ending(term, tokens.get(last), kinds.get(last))));
    }

    /// One letter of a word begins so many words that it counts as a word itself: the most frequent
    /// one took 0.25 s in 100,000 messages, two letters 3 ms.
    private static Term.Kind ending(Term term, String last, Tokens.Kind kind) {
        return switch (kind) {
            case LAST -> Term.Kind.BEGINNING;
            case WORD, PAIR ->
                    last.codePointCount(0, last.length()) == 1 ? Term.Kind.WHOLE : term.kind();
        };
    }

    /// In the language of FTS5. Tokens have letters and digits only, and stand in quotation marks:
    /// nothing in them is an operator.
    String expression() {
        String quoted = "\"" + String.join(" ", tokens) + "\"";
        return switch (ending) {
            case WHOLE -> quoted;
            case BEGINNING -> quoted + " *";
        };
    }
}
