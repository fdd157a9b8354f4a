package nearside.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A run of token ids, compared by value.
public final class TokenIds {
    public static final TokenIds NONE = new TokenIds(new int[0]);

    private final int[] ids;

    private TokenIds(int[] ids) {
        this.ids = ids;
    }

    public static TokenIds of(int... ids) {
        return ids.length == 0 ? NONE : new TokenIds(ids.clone());
    }

    public int count() {
        return ids.length;
    }

    public int at(int index) {
        return ids[index];
    }

    public IntStream stream() {
        return Arrays.stream(ids);
    }

    public int[] toArray() {
        return ids.clone();
    }

    public TokenIds plus(TokenIds more) {
        int[] joined = Arrays.copyOf(ids, ids.length + more.ids.length);
        System.arraycopy(more.ids, 0, joined, ids.length, more.ids.length);
        return of(joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenIds that && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
