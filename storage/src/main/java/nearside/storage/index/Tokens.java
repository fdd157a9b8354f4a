package nearside.storage.index;

import java.util.ArrayList;
import java.util.List;

/// The words of a text as they are looked for, one after the other. In writing without spaces every
/// two neighbours are a word, and the last letter of a run is one by itself: so each letter begins
/// a word, and every run of letters is a run of words.
public final class Tokens {
    /// Longer ones count by their beginning.
    static final int LONGEST = 64;

    private final Letters letters;
    private final StringBuilder token = new StringBuilder();
    private Kind kind = Kind.WORD;
    private int from;
    private int to;

    /// What a token is.
    enum Kind {
        WORD,
        /// Two letters of a run without spaces; the next token begins with the second.
        PAIR,
        /// The last letter of such a run.
        LAST
    }

    Tokens(String text) {
        letters = new Letters(text);
    }

    /// A text as it is put into the index: all its tokens with spaces between them.
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length() + text.length() / 4);
        Tokens tokens = new Tokens(text);
        while (tokens.next()) {
            joined.append(tokens.token).append(' ');
        }
        return joined.toString();
    }

    /// All words of a text.
    public static List<String> of(String text) {
        List<String> all = new ArrayList<>();
        Tokens tokens = new Tokens(text);
        while (tokens.next()) {
            all.add(tokens.text());
        }
        return all;
    }

    /// Whether a name begins with what was typed, as words are compared.
    public static boolean begins(String name, String typed) {
        return joined(name).startsWith(joined(typed).strip());
    }

    /// Goes to the next one; false at the end.
    boolean next() {
        while (letters.current() == Letter.BREAK) {
            letters.advance();
        }
        if (!letters.isLetter()) {
            return false;
        }
        token.setLength(0);
        from = letters.from();
        if (Letter.isUnspaced(letters.current())) {
            pair();
        } else {
            word();
        }
        return true;
    }

    String text() {
        return token.toString();
    }

    Kind kind() {
        return kind;
    }

    /// Where it begins in the text.
    int from() {
        return from;
    }

    /// Where it ends in the text.
    int to() {
        return to;
    }

    private void word() {
        kind = Kind.WORD;
        while (letters.isLetter() && !Letter.isUnspaced(letters.current())) {
            if (token.length() < LONGEST) {
                token.appendCodePoint(letters.current());
            }
            to = letters.to();
            letters.advance();
        }
    }

    private void pair() {
        take();
        letters.advance();
        kind = Kind.LAST;
        if (letters.isLetter() && Letter.isUnspaced(letters.current())) {
            take();
            kind = Kind.PAIR;
        }
    }

    private void take() {
        token.appendCodePoint(letters.current());
        to = letters.to();
    }
}
