package nearside.copilot.context;

import nearside.copilot.context.graph.Text;
import nearside.copilot.context.graph.Text.Kind;
import nearside.copilot.context.reading.Piece;
import nearside.copilot.context.reading.Sentences;
import nearside.copilot.context.scope.Scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads texts for a question, and makes a graph of a very long text bearable: of one with more
/// sentences than are kept in memory, those that the question does not want become one piece with
/// their neighbours, which has no terms and is too long to be taken. A file of 10 MB has some
/// hundred thousand sentences.
///
/// @param question its terms are looked for; where these lead nowhere, sentences at even distances
///   are wanted, and a turn is read sentence by sentence
record Thinning(Piece question, Scope scope, Sources sources) {
    /// So many sentences of one text are told apart.
    static final int MOST = 4_000;

    /// As little of a text as is wanted at all.
    private interface Wanted {
        boolean isWanted(int sentence, Piece read);
    }

    Text document(String name, List<String> sentences) {
        return sentences.size() <= MOST
                ? sources.document(name, sentences)
                : new Text(sources.question(name), Kind.DOCUMENT, thinned(sentences));
    }

    Text turn(String speaker, String text) {
        List<String> pieces = scope.leadsNowhere() ? Sentences.of(text) : Sources.pieces(text);
        return new Text(
                sources.question(speaker),
                Kind.TURN,
                pieces.size() <= MOST
                        ? pieces.stream().map(sources::question).toList()
                        : thinned(pieces));
    }

    private List<Piece> thinned(List<String> sentences) {
        Wanted wanted = scope.leadsNowhere() ? atEvenDistances(sentences.size()) : asked();
        List<Piece> pieces = new ArrayList<>();
        StringBuilder between = new StringBuilder();
        int left = MOST;
        for (int i = 0; i < sentences.size(); i++) {
            Piece piece = sources.question(sentences.get(i));
            if (left > 0 && wanted.isWanted(i, piece)) {
                left--;
                close(between, pieces);
                pieces.add(piece);
            } else {
                between.append(sentences.get(i));
            }
        }
        close(between, pieces);
        return pieces;
    }

    private Wanted asked() {
        Set<String> asked = new HashSet<>(question.terms());
        return (_, piece) -> !Collections.disjoint(piece.terms(), asked);
    }

    private static Wanted atEvenDistances(int sentences) {
        int distance = Math.ceilDiv(sentences, MOST);
        return (sentence, _) -> sentence % distance == 0;
    }

    private static void close(StringBuilder between, List<Piece> pieces) {
        if (!between.isEmpty()) {
            pieces.add(new Piece(between.toString(), List.of(), List.of(), List.of(), false));
            between.setLength(0);
        }
    }
}
