package nearside.storage.search;

/// How far the reading of everything is.
///
/// @param read messages and titles that can be found
/// @param all how many there are
public record Progress(int read, int all) {
    public Progress {
        if (read < 0 || all < read) {
            throw new IllegalArgumentException(read + " of " + all);
        }
    }

    public boolean isComplete() {
        return read == all;
    }
}
