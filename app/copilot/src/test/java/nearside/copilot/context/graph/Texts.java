package nearside.copilot.context.graph;

import nearside.copilot.context.reading.Piece;
import nearside.copilot.context.reading.Reader;
import nearside.copilot.context.reading.Sentences;

import java.util.List;

/// Texts for tests.
public final class Texts {
    private static final Reader READER = new Reader();

    private Texts() {}

    public static Piece read(String text) {
        return READER.read(text);
    }

    public static Text document(String header, String text) {
        return text(header, Text.Kind.DOCUMENT, text);
    }

    public static Text turn(String speaker, String text) {
        return text(speaker, Text.Kind.TURN, text);
    }

    private static Text text(String header, Text.Kind kind, String text) {
        List<Piece> pieces = Sentences.of(text).stream().map(READER::read).toList();
        return new Text(READER.read(header), kind, pieces);
    }
}
