package nearside.copilot.context.graph;

import nearside.copilot.context.reading.Piece;

import java.util.List;
import java.util.Objects;

/// One source: a document, or a turn of a conversation.
///
/// @param header what it is called, or who speaks; without words where it is called nothing
public record Text(Piece header, Kind kind, List<Piece> pieces) {
    /// What stands around a text.
    public enum Kind {
        /// It stands by itself, and its first sentence says what it is about.
        DOCUMENT,
        /// It answers to the text before it.
        TURN
    }

    public Text {
        Objects.requireNonNull(header);
        Objects.requireNonNull(kind);
        pieces = List.copyOf(pieces);
    }
}
