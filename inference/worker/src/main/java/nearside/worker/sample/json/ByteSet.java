package nearside.worker.sample.json;

/// A set of bytes, one bit for each.
record ByteSet(long low, long second, long third, long high) {

    static ByteSet range(int first, int last) {
        long[] words = new long[4];
        for (int value = first; value <= last; value++) {
            words[value >> 6] |= 1L << value;
        }
        return new ByteSet(words[0], words[1], words[2], words[3]);
    }

    /// The bytes of these ASCII characters.
    static ByteSet of(String characters) {
        ByteSet set = new ByteSet(0, 0, 0, 0);
        for (int i = 0; i < characters.length(); i++) {
            set = set.and(range(characters.charAt(i), characters.charAt(i)));
        }
        return set;
    }

    /// The bytes of both.
    ByteSet and(ByteSet other) {
        return new ByteSet(
                low | other.low, second | other.second, third | other.third, high | other.high);
    }

    boolean has(int value) {
        long word =
                switch (value >> 6) {
                    case 0 -> low;
                    case 1 -> second;
                    case 2 -> third;
                    default -> high;
                };
        return (word >>> value & 1) != 0;
    }
}
