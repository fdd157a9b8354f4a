package nearside.storage.salvage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page with rows on it: a leaf of a table, or a page of a table without row numbers (SQLite file
/// format, section 1.6). Pages with nothing but links, and what is no page at all, have no rows.
final class TreePage {
    private static final int TABLE_LEAF = 0x0d;
    private static final int INDEX_LEAF = 0x0a;
    private static final int INDEX_INNER = 0x02;
    private static final int COUNT_AT = 3;
    private static final int LEAF_HEAD = 8;
    private static final int INNER_HEAD = 12;
    private static final int LINK = 4;
    private static final int SHORTEST_CELL = 4;

    private final PageSource pages;
    private final byte[] bytes;

    TreePage(PageSource pages, byte[] bytes) {
        this.pages = pages;
        this.bytes = bytes;
    }

    List<Cell> cells() {
        return switch (bytes[0]) {
            case TABLE_LEAF, INDEX_LEAF -> cells(LEAF_HEAD);
            case INDEX_INNER -> cells(INNER_HEAD);
            default -> List.of();
        };
    }

    private List<Cell> cells(int head) {
        int count = new Cursor(bytes, COUNT_AT, bytes.length).two();
        int most = (bytes.length - head) / (2 + SHORTEST_CELL);
        Cursor pointers = new Cursor(bytes, head, bytes.length);
        List<Cell> cells = new ArrayList<>();
        for (int i = Math.min(count, most); i > 0; i--) {
            cell(pointers.two(), head).ifPresent(cells::add);
        }
        return cells;
    }

    private Optional<Cell> cell(int at, int head) {
        if (at < head) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(bytes, at + (head == INNER_HEAD ? LINK : 0), bytes.length);
        long length = cursor.varint();
        long rowNumber = bytes[0] == TABLE_LEAF ? cursor.varint() : 0;
        if (!cursor.sound() || length < 1 || length > Cell.MOST_BYTES) {
            return Optional.empty();
        }
        int local = localBytes((int) length);
        int end = cursor.at() + local + (local < length ? LINK : 0);
        return end > bytes.length
                ? Optional.empty()
                : Cell.of(rowNumber, new Payload(pages, bytes, cursor.at(), (int) length, local));
    }

    /// How much of a record stands on its own page. No bytes of a page are reserved in our files.
    private int localBytes(int length) {
        int size = bytes.length;
        int most = bytes[0] == TABLE_LEAF ? size - 35 : (size - 12) * 64 / 255 - 23;
        int least = (size - 12) * 32 / 255 - 23;
        if (length <= most) {
            return length;
        }
        int fitting = least + (length - least) % (size - LINK);
        return fitting <= most ? fitting : least;
    }
}
