package nearside.worker.decode;

import java.util.Arrays;

/// The look-up without an index: the whole text is searched for each token.
final class Search {
    private final int shortest;
    private int[] text;
    private int count;

    Search(int shortest, int[] text) {
        this.shortest = shortest;
        this.text = text.clone();
        this.count = text.length;
    }

    void add(int id) {
        if (count == text.length) {
            text = Arrays.copyOf(text, Math.max(16, 2 * count));
        }
        text[count] = id;
        count++;
    }

    /// The longest match there is, and of these the last.
    Lookup.Match match() {
        for (int n = Lookup.LONGEST; n >= shortest; n--) {
            for (int next = count - 1; next >= n; next--) {
                int matched = matched(next);
                if (matched >= n) {
                    return new Lookup.Match(next, matched);
                }
            }
        }
        return Lookup.Match.NONE;
    }

    private int matched(int next) {
        int matched = 0;
        while (matched < Math.min(16, next)
                && text[next - 1 - matched] == text[count - 1 - matched]) {
            matched++;
        }
        return matched;
    }
}
