package nearside.storage.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The last tokens of a text that is gone through.
final class Run {
    private final int longest;

    /// The last one first.
    private final Deque<Seen> last = new ArrayDeque<>();

    private record Seen(String token, int from, int to) {}

    Run(int longest) {
        this.longest = longest;
    }

    void add(Tokens tokens) {
        last.addFirst(new Seen(tokens.text(), tokens.from(), tokens.to()));
        if (last.size() > longest) {
            last.removeLast();
        }
    }

    boolean endsWith(Phrase phrase) {
        int size = phrase.tokens().size();
        if (last.size() < size) {
            return false;
        }
        Iterator<Seen> seen = last.iterator();
        boolean fits = fits(seen.next().token(), phrase);
        for (int i = size - 2; fits && i >= 0; i--) {
            fits = seen.next().token().equals(phrase.tokens().get(i));
        }
        return fits;
    }

    private static boolean fits(String token, Phrase phrase) {
        String wanted = phrase.tokens().getLast();
        return switch (phrase.ending()) {
            case WHOLE -> token.equals(wanted);
            case BEGINNING -> token.startsWith(wanted);
        };
    }

    /// Where the phrase begins in the text.
    int from(Phrase phrase) {
        return last.stream().skip(phrase.tokens().size() - 1L).findFirst().orElseThrow().from();
    }

    /// Where it ends: behind the word, or behind the one letter of a pair that was looked for.
    int to(String text, Phrase phrase) {
        Seen end = last.getFirst();
        int first = text.codePointAt(end.from());
        boolean oneOfPair =
                phrase.tokens().getLast().codePointCount(0, phrase.tokens().getLast().length()) == 1
                        && Letter.isUnspaced(first);
        return oneOfPair ? end.from() + Character.charCount(first) : end.to();
    }
}
