package nearside.storage.database;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/// The version of the SQLite library. Those from 3.7.0 to 3.51.2 can corrupt a database when its
/// write-ahead log is reset.
record LibraryVersion(int major, int minor, int patch) implements Comparable<LibraryVersion> {
    static final LibraryVersion NEEDED = new LibraryVersion(3, 51, 3);

    private static final Comparator<LibraryVersion> ORDER =
            Comparator.comparingInt(LibraryVersion::major)
                    .thenComparingInt(LibraryVersion::minor)
                    .thenComparingInt(LibraryVersion::patch);

    static LibraryVersion of(String text) {
        int[] parts =
                Stream.concat(Arrays.stream(text.split("\\.")), Stream.of("0", "0", "0"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        return new LibraryVersion(parts[0], parts[1], parts[2]);
    }

    void check() {
        if (compareTo(NEEDED) < 0) {
            throw new DatabaseException(new Trouble.LibraryTooOld(toString(), NEEDED.toString()));
        }
    }

    @Override
    public int compareTo(LibraryVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
