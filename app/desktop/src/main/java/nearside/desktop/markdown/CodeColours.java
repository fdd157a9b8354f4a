package nearside.desktop.markdown;

import nearside.desktop.markdown.Run.Style;

import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.swing.text.Segment;

/// Gives code its colours, line by line. The library's makers are shared and keep state: for the UI
/// thread alone.
final class CodeColours {
    /// What is longer, and lines that are longer, have none: nobody reads them, and they would cost
    /// a frame.
    private static final int LONGEST = 200_000;

    private static final int LONGEST_LINE = 4_000;

    private CodeColours() {}

    /// @param language as the text names it
    static List<Line> lines(String language, String text) {
        Optional<TokenMaker> maker =
                text.length() > LONGEST
                        ? Optional.empty()
                        : CodeLanguage.of(language)
                                .map(it ->
                                        TokenMakerFactory.getDefaultInstance()
                                                .getTokenMaker(it.makers()));
        List<Line> lines = new ArrayList<>();
        int state = TokenTypes.NULL;
        for (String line : text.split("\n", -1)) {
            if (maker.isEmpty() || line.length() > LONGEST_LINE) {
                lines.add(plain(line));
            } else {
                Segment segment = new Segment(line.toCharArray(), 0, line.length());
                lines.add(coloured(maker.get().getTokenList(segment, state, 0), line));
                state = maker.get().getLastTokenTypeOnLine(segment, state);
            }
        }
        return lines;
    }

    private static Line plain(String line) {
        return new Line(List.of(run(line, Set.of())));
    }

    private static Run run(String text, Set<Style> styles) {
        return new Run(text, styles, Optional.empty());
    }

    /// Tokens that look the same are one piece. What a maker leaves out stays, without a colour.
    private static Line coloured(Token first, String line) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        int at = 0;
        Set<Style> styles = Set.of();
        for (Token token = first;
                token != null && token.isPaintable();
                token = token.getNextToken()) {
            Set<Style> next = token.isWhitespace() ? styles : styles(token.getType());
            if (!next.equals(styles)) {
                add(runs, line.substring(from, at), styles);
                from = at;
                styles = next;
            }
            at = Math.min(line.length(), at + token.length());
        }
        add(runs, line.substring(from, at), styles);
        add(runs, line.substring(at), Set.of());
        return new Line(runs);
    }

    private static void add(List<Run> runs, String text, Set<Style> styles) {
        if (!text.isEmpty()) {
            runs.add(run(text, styles));
        }
    }

    private static Set<Style> styles(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT ->
                    EnumSet.of(Style.COMMENT);
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.MARKUP_TAG_NAME ->
                    EnumSet.of(Style.KEYWORD);
            case TokenTypes.FUNCTION, TokenTypes.DATA_TYPE, TokenTypes.MARKUP_TAG_ATTRIBUTE ->
                    EnumSet.of(Style.TYPE);
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.ERROR_NUMBER_FORMAT,
                    TokenTypes.MARKUP_ENTITY_REFERENCE ->
                    EnumSet.of(Style.NUMBER);
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE ->
                    EnumSet.of(Style.LITERAL);
            case TokenTypes.ANNOTATION,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.VARIABLE,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
                    TokenTypes.MARKUP_CDATA_DELIMITER ->
                    EnumSet.of(Style.META);
            default -> Set.of();
        };
    }
}
