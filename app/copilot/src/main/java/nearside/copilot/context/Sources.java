package nearside.copilot.context;

import nearside.copilot.context.graph.Text;
import nearside.copilot.context.graph.Text.Kind;
import nearside.copilot.context.reading.Piece;
import nearside.copilot.context.reading.Reader;
import nearside.copilot.context.reading.Sentences;

import java.util.List;

/// Reads documents and turns for the graph. For one thread.
public final class Sources {
    /// Turns up to so many letters stay or go as a whole; of longer ones, sentences.
    private static final int SHORT_TURN = 1_200;

    private final Reader reader = new Reader();

    /// One that is cut into its pieces already.
    public Text document(String title, List<String> pieces) {
        return new Text(
                reader.read(title), Kind.DOCUMENT, pieces.stream().map(reader::read).toList());
    }

    /// What somebody said in a conversation.
    public Text turn(String speaker, String text) {
        return new Text(
                reader.read(speaker), Kind.TURN, pieces(text).stream().map(reader::read).toList());
    }

    /// One turn as a whole by which nothing is found.
    static Text silent(String text) {
        return new Text(silentPiece(""), Kind.TURN, List.of(silentPiece(text)));
    }

    private static Piece silentPiece(String text) {
        return new Piece(text, List.of(), List.of(), List.of(), false);
    }

    /// What stays or goes of a turn.
    static List<String> pieces(String text) {
        return text.length() <= SHORT_TURN ? List.of(text) : Sentences.of(text);
    }

    /// A question is read as a piece is.
    public Piece question(String text) {
        return reader.read(text);
    }
}
