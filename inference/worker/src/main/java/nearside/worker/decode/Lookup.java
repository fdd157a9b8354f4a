package nearside.worker.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Proposes what may come next: what followed when the newest tokens stood together the last time.
/// Prompt and reply are searched alike.
///
/// Source: prompt lookup decoding (Saxena, 2023), with an index instead of a search.
final class Lookup {
    static final int LONGEST = 4;
    private static final int COUNTED = 16;

    private final int shortest;
    private final List<Map<Long, Integer>> followers = new ArrayList<>();
    private int[] text;
    private int count;

    /// Where the newest tokens stood together before.
    ///
    /// @param next the place of the token that followed then
    /// @param matched how many stood together, counted up to 16; 0 for no match at all
    record Match(int next, int matched) {
        static final Match NONE = new Match(0, 0);

        boolean isNone() {
            return matched == 0;
        }
    }

    /// @param shortest fewer tokens than this do not count as a match
    Lookup(int shortest, int[] prompt) {
        this.shortest = shortest;
        for (int n = shortest; n <= LONGEST; n++) {
            followers.add(new HashMap<>());
        }
        text = new int[Math.max(16, prompt.length)];
        for (int id : prompt) {
            add(id);
        }
    }

    void add(int id) {
        if (count == text.length) {
            text = Arrays.copyOf(text, 2 * count);
        }
        for (int n = shortest; n <= Math.min(LONGEST, count); n++) {
            followers.get(n - shortest).put(key(n), count);
        }
        text[count] = id;
        count++;
    }

    /// The newest `n` tokens as one number. Two runs of tokens that share it are told apart when
    /// they are compared.
    private long key(int n) {
        long key = n;
        for (int i = count - n; i < count; i++) {
            key = key * 0x9E3779B97F4A7C15L + text[i] + 1;
        }
        return key;
    }

    int count() {
        return count;
    }

    int newest() {
        return text[count - 1];
    }

    int[] tokens() {
        return Arrays.copyOf(text, count);
    }

    /// The longest match there is, and of these the last.
    Match match() {
        for (int n = Math.min(LONGEST, count); n >= shortest; n--) {
            int next = followers.get(n - shortest).getOrDefault(key(n), 0);
            int matched = next == 0 ? 0 : matched(next);
            if (matched >= n) {
                return new Match(next, matched);
            }
        }
        return Match.NONE;
    }

    /// At most so many tokens from that place on.
    int[] following(int place, int most) {
        return Arrays.copyOfRange(text, place, Math.min(count, place + most));
    }

    private int matched(int next) {
        int matched = 0;
        while (matched < Math.min(COUNTED, next)
                && text[next - 1 - matched] == text[count - 1 - matched]) {
            matched++;
        }
        return matched;
    }
}
