package nearside.copilot.context;

import nearside.copilot.context.graph.Text;
import nearside.copilot.context.graph.Text.Kind;
import nearside.copilot.context.reading.Piece;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes a graph of a very long text bearable: of one with more sentences than are kept in memory,
/// those that share nothing with the question become one piece with their neighbours, which has no
/// terms and is too long to be taken. A file of 10 MB has some hundred thousand sentences.
///
/// @param question its terms are looked for
record Thinning(Piece question, Sources sources) {
    /// So many sentences of one text are told apart.
    static final int MOST = 4_000;

    Text document(String name, List<String> sentences) {
        return sentences.size() <= MOST
                ? sources.document(name, sentences)
                : new Text(sources.question(name), Kind.DOCUMENT, thinned(sentences));
    }

    Text turn(String speaker, String text) {
        List<String> pieces = Sources.pieces(text);
        return pieces.size() <= MOST
                ? sources.turn(speaker, text)
                : new Text(sources.question(speaker), Kind.TURN, thinned(pieces));
    }

    private List<Piece> thinned(List<String> sentences) {
        Set<String> asked = new HashSet<>(question.terms());
        List<Piece> pieces = new ArrayList<>();
        StringBuilder between = new StringBuilder();
        int left = MOST;
        for (String sentence : sentences) {
            Piece piece = sources.question(sentence);
            if (left > 0 && !Collections.disjoint(piece.terms(), asked)) {
                left--;
                close(between, pieces);
                pieces.add(piece);
            } else {
                between.append(sentence);
            }
        }
        close(between, pieces);
        return pieces;
    }

    private static void close(StringBuilder between, List<Piece> pieces) {
        if (!between.isEmpty()) {
            pieces.add(new Piece(between.toString(), List.of(), List.of(), List.of(), false));
            between.setLength(0);
        }
    }
}
