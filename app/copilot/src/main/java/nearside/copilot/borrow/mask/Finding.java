package nearside.copilot.borrow.mask;

/// Something that is replaced, from the first character to behind the last.
record Finding(int from, int to, Kind kind) {
    Finding {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no finding: " + from + " to " + to);
        }
    }

    boolean overlaps(Finding other) {
        return from < other.to && other.from < to;
    }
}
