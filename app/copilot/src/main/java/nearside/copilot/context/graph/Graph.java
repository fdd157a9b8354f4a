package nearside.copilot.context.graph;

import nearside.copilot.context.graph.Text.Kind;
import nearside.copilot.context.reading.Piece;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Texts, their pieces, and what leads from one to another: the terms and names that they share,
/// and the names of what texts are about. Pieces are numbered through all texts; all that is gone
/// through for a question stands in plain arrays.
public final class Graph {
    private final List<Text> texts;
    private final List<Piece> pieces = new ArrayList<>();
    private final int[] begins;
    private final int[] textOf;
    private final Postings terms;
    private final Postings headers;
    private final Postings names;
    private final Titles titles;

    public Graph(List<Text> texts) {
        this.texts = List.copyOf(texts);
        begins = new int[texts.size() + 1];
        for (int text = 0; text < texts.size(); text++) {
            pieces.addAll(texts.get(text).pieces());
            begins[text + 1] = pieces.size();
        }
        textOf = new int[pieces.size()];
        for (int text = 0; text < texts.size(); text++) {
            Arrays.fill(textOf, begins[text], begins[text + 1], text);
        }
        terms = new Postings(pieces.stream().map(Piece::terms).toList());
        headers = new Postings(texts.stream().map(it -> headerTerms(it)).toList());
        names = new Postings(pieces.stream().map(Piece::names).toList());
        titles = new Titles(this.texts);
    }

    /// Who speaks says nothing of what is said.
    private static List<String> headerTerms(Text text) {
        return text.kind() == Kind.DOCUMENT ? text.header().terms() : List.of();
    }

    public int pieceCount() {
        return pieces.size();
    }

    public int textCount() {
        return texts.size();
    }

    public Piece piece(int piece) {
        return pieces.get(piece);
    }

    public Text text(int text) {
        return texts.get(text);
    }

    /// The text that a piece is of.
    public int textOf(int piece) {
        return textOf[piece];
    }

    /// The first piece of a text; of the number of texts, the number of pieces.
    public int begin(int text) {
        return begins[text];
    }

    boolean isFirst(int piece) {
        return begins[textOf[piece]] == piece;
    }

    Kind kind(int text) {
        return texts.get(text).kind();
    }

    /// The pieces that have a term, in their order.
    public IntStream piecesWith(String term) {
        return terms.places(term);
    }

    /// Terms of pieces.
    Postings terms() {
        return terms;
    }

    /// Terms of the headers of texts.
    Postings headers() {
        return headers;
    }

    /// Names in pieces.
    Postings names() {
        return names;
    }

    Titles titles() {
        return titles;
    }
}
