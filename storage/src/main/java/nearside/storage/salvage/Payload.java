package nearside.storage.salvage;

import java.util.Arrays;
import java.util.Optional;

/// The bytes of a record: the first of them on its own page, the rest on a chain of others (SQLite
/// file format, section 1.6).
final class Payload {
    private static final int LINK = 4;

    private final PageSource pages;
    private final byte[] page;
    private final int from;
    private final int bytes;
    private final int localBytes;

    /// @param page the page that the record begins on; not changed
    /// @param from where on it
    /// @param bytes how long the record is
    /// @param localBytes how much of it stands here; the number of the next page follows
    Payload(PageSource pages, byte[] page, int from, int bytes, int localBytes) {
        this.pages = pages;
        this.page = page;
        this.from = from;
        this.bytes = bytes;
        this.localBytes = localBytes;
    }

    int bytes() {
        return bytes;
    }

    int localBytes() {
        return localBytes;
    }

    Cursor local() {
        return new Cursor(page, from, from + localBytes);
    }

    /// Empty when the chain leads nowhere. It cannot go in circles: each page takes its part of the
    /// length.
    Optional<byte[]> whole() {
        byte[] whole = Arrays.copyOf(Arrays.copyOfRange(page, from, from + localBytes), bytes);
        int have = localBytes;
        Cursor link = new Cursor(page, from + localBytes, page.length);
        while (have < bytes) {
            Optional<byte[]> next = pages.page(link.four());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            byte[] more = next.get();
            int part = Math.min(bytes - have, more.length - LINK);
            System.arraycopy(more, LINK, whole, have, part);
            have += part;
            link = new Cursor(more, 0, LINK);
        }
        return Optional.of(whole);
    }
}
