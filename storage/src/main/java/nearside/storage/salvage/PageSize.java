package nearside.storage.salvage;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long the pages of a file are. Its head says it, but may be damaged; the rows that can be
/// found by each possible size tell more.
final class PageSize {
    /// What this program makes.
    static final int USUAL = 4096;

    private static final int SMALLEST = 512;
    private static final int LARGEST = 1 << 16;
    private static final int ASKED_PAGES = 256;

    private PageSize() {}

    static boolean isPossible(int bytes) {
        return bytes >= SMALLEST && bytes <= LARGEST && Integer.bitCount(bytes) == 1;
    }

    /// The size by which most rows are found; the usual one where none is.
    static int of(RawFile file) {
        return IntStream.iterate(SMALLEST, size -> size <= LARGEST, size -> size * 2)
                .boxed()
                .max(
                        Comparator.comparingDouble((Integer size) -> rowsPerByte(file, size))
                                .thenComparing(size -> size == USUAL))
                .orElse(USUAL);
    }

    private static double rowsPerByte(RawFile file, int size) {
        long pages = file.bytes() / size;
        long step = Math.max(1, pages / ASKED_PAGES);
        long rows = 0;
        long asked = 0;
        for (long page = 1; page < pages; page += step) {
            byte[] bytes = file.page(page * size, size);
            rows += new TreePage(_ -> Optional.empty(), bytes).cells().size();
            asked++;
        }
        return (double) rows / Math.max(1, asked * size);
    }
}
