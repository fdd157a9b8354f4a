package nearside.worker.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// One reply's ids on their way to text: whole characters only, whatever the borders between
/// tokens.
///
/// The newest ids are decoded together with those before them, and what came new is shown. While
/// the text ends with U+FFFD, a character may still be under way, and it is held back.
final class StreamedText {
    private static final char BROKEN = '\ufffd';

    /// No character has more bytes, and a token has at least one.
    private static final int PATIENCE = 4;

    /// With so many ids and still no clean end it is noise: the window starts anew.
    private static final int LONGEST = 48;

    private final Function<int[], String> decode;
    private final Set<Integer> silent = new HashSet<>();
    private int[] window = new int[0];
    private int waiting;
    private String shown = "";

    StreamedText(Function<int[], String> decode, List<AddedToken> added) {
        this.decode = decode;
        added.stream().filter(AddedToken::special).map(AddedToken::id).forEach(silent::add);
    }

    /// Text that became complete with this id; often empty.
    String add(int id) {
        if (silent.contains(id)) {
            return "";
        }
        window = Arrays.copyOf(window, window.length + 1);
        window[window.length - 1] = id;
        waiting++;
        String text = decode.apply(window);
        if (!text.isEmpty() && text.charAt(text.length() - 1) == BROKEN) {
            return unfinished(text);
        }
        String piece = since(text);
        if (!piece.isEmpty() || window.length >= LONGEST) {
            slide();
        }
        return piece;
    }

    /// What is left when the reply ends; incomplete bytes become U+FFFD.
    String end() {
        String rest = waiting == 0 ? "" : since(decode.apply(window));
        window = new int[0];
        waiting = 0;
        shown = "";
        return rest;
    }

    /// Shows what can no longer change, once waiting has become hopeless.
    private String unfinished(String text) {
        if (waiting < PATIENCE) {
            return "";
        }
        if (window.length >= LONGEST) {
            return end();
        }
        String piece = since(text);
        int open = Math.min(trailing(piece), PATIENCE - 1);
        String ready = piece.substring(0, piece.length() - open);
        shown = shown.concat(ready);
        return ready;
    }

    /// The part of the text that was not shown yet. Where broken bytes changed what stands before
    /// them, the ids that wait are read alone.
    private String since(String text) {
        if (!text.startsWith(shown)) {
            window = Arrays.copyOfRange(window, window.length - waiting, window.length);
            shown = "";
            return decode.apply(window);
        }
        return text.substring(shown.length());
    }

    /// Keeps the ids that were just shown: the next ones are read after them.
    private void slide() {
        window = Arrays.copyOfRange(window, window.length - waiting, window.length);
        waiting = 0;
        shown = decode.apply(window);
    }

    private static int trailing(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(text.length() - 1 - count) == BROKEN) {
            count++;
        }
        return count;
    }
}
