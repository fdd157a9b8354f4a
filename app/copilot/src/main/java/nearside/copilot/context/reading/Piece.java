package nearside.copilot.context.reading;

import java.util.List;

/// What is kept or left out as a whole, such as a sentence, as the graph sees it.
///
/// @param text as it stands
/// @param words all of it, folded, one after the other
/// @param terms by which it is found: stems of the words that say something by themselves
/// @param names of people, places and things, folded, each once
/// @param leans whether it begins with a word that stands for something said before
public record Piece(
        String text, List<String> words, List<String> terms, List<String> names, boolean leans) {
    public Piece {
        words = List.copyOf(words);
        terms = List.copyOf(terms);
        names = List.copyOf(names);
    }
}
