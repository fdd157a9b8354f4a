package nearside.copilot.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The list of entries at the end of a zip archive (APPNOTE.TXT 6.3.10, 4.3.12 to 4.3.16). The JDK
/// reads it too, but does not tell which entries are links or encrypted.
///
/// @param names how names are written that are not marked as UTF-8
record CentralDirectory(List<ZipRecord> records, Charset names) {
    private static final Charset DOS = Charset.forName("IBM437");
    private static final int MARKED_UTF_8 = 1 << 11;
    private static final int MOST_RECORDS = 10_000;
    private static final int MOST_BYTES = 16 << 20;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int RECORD = 0x02014b50;
    private static final int RECORD_BYTES = 46;

    CentralDirectory {
        records = List.copyOf(records);
    }

    /// Where the list lies.
    private record Extent(long end, long size, long count) {}

    /// One entry with its name not yet read.
    private record Raw(ByteBuffer name, int flags, int method, int external) {
        boolean isMarked() {
            return (flags & MARKED_UTF_8) != 0;
        }
    }

    static CentralDirectory read(Path file) throws IOException, BadZip {
        try (FileChannel channel = FileChannel.open(file)) {
            Extent extent = extent(channel);
            if (extent.count() > MOST_RECORDS || extent.size() > MOST_BYTES) {
                throw new BadZip(new ZipFlaw.TooManyEntries(MOST_RECORDS));
            }
            long start = extent.end() - extent.size();
            return named(raws(bytes(channel, start, (int) extent.size()), extent.count()));
        } catch (EOFException cut) {
            throw new BadZip(new ZipFlaw.Damaged("cut"));
        }
    }

    private static Extent extent(FileChannel channel) throws IOException, BadZip {
        long size = channel.size();
        int tail = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        ByteBuffer bytes = bytes(channel, size - tail, tail);
        for (int at = tail - END_BYTES; at >= 0; at--) {
            boolean fits = at + END_BYTES + unsigned(bytes, at + 20) <= tail;
            if (bytes.getInt(at) == END && fits) {
                return extent(
                        channel, bytes.slice(at, END_BYTES).order(bytes.order()), size - tail + at);
            }
        }
        throw new BadZip(new ZipFlaw.Damaged("no end of a zip archive"));
    }

    private static Extent extent(FileChannel channel, ByteBuffer end, long at)
            throws IOException, BadZip {
        if (unsigned(end, 4) != unsigned(end, 6) || unsigned(end, 8) != unsigned(end, 10)) {
            throw new BadZip(new ZipFlaw.Damaged("in several parts"));
        }
        Extent small = new Extent(at, Integer.toUnsignedLong(end.getInt(12)), unsigned(end, 10));
        boolean large =
                small.count() == 0xffff || small.size() == 0xffff_ffffL || end.getInt(16) == -1;
        return large ? large(channel, small) : small;
    }

    /// The one for archives of more than 4 GiB, where there is one before the usual one.
    private static Extent large(FileChannel channel, Extent small) throws IOException, BadZip {
        if (small.end() < LOCATOR_BYTES) {
            return small;
        }
        ByteBuffer locator = bytes(channel, small.end() - LOCATOR_BYTES, LOCATOR_BYTES);
        if (locator.getInt(0) != LOCATOR) {
            return small;
        }
        long at = locator.getLong(8);
        ByteBuffer end = bytes(channel, at, END_64_BYTES);
        if (end.getInt(0) != END_64) {
            throw new BadZip(new ZipFlaw.Damaged("no end of a large archive"));
        }
        return new Extent(at, end.getLong(40), end.getLong(32));
    }

    private static ByteBuffer bytes(FileChannel channel, long start, int size)
            throws IOException, BadZip {
        if (start < 0 || size < 0) {
            throw new BadZip(new ZipFlaw.Damaged("a place before its beginning"));
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("cut");
            }
        }
        return bytes.flip();
    }

    private static List<Raw> raws(ByteBuffer bytes, long count) throws BadZip {
        List<Raw> raws = new ArrayList<>();
        while (bytes.remaining() >= RECORD_BYTES && raws.size() < count) {
            int at = bytes.position();
            int name = unsigned(bytes, at + 28);
            int whole = RECORD_BYTES + name + unsigned(bytes, at + 30) + unsigned(bytes, at + 32);
            if (bytes.getInt(at) != RECORD || whole > bytes.remaining()) {
                throw new BadZip(new ZipFlaw.Damaged("no entry where one is told"));
            }
            raws.add(
                    new Raw(
                            bytes.slice(at + RECORD_BYTES, name),
                            unsigned(bytes, at + 8),
                            unsigned(bytes, at + 10),
                            bytes.getInt(at + 38)));
            bytes.position(at + whole);
        }
        if (raws.size() != count || bytes.hasRemaining()) {
            throw new BadZip(new ZipFlaw.Damaged("another number of entries than told"));
        }
        return raws;
    }

    /// Old packers on Windows do not say how they write names; it matters for none that is used.
    private static CentralDirectory named(List<Raw> raws) throws BadZip {
        boolean modern = raws.stream().allMatch(raw -> raw.isMarked() || isUtf8(raw.name()));
        Charset names = modern ? UTF_8 : DOS;
        List<ZipRecord> records = new ArrayList<>();
        for (Raw raw : raws) {
            Charset written = raw.isMarked() ? UTF_8 : names;
            if (raw.isMarked() && !isUtf8(raw.name())) {
                throw new BadZip(new ZipFlaw.Damaged("a name that is none"));
            }
            records.add(
                    new ZipRecord(
                            written.decode(raw.name().duplicate()).toString(),
                            raw.flags(),
                            raw.method(),
                            raw.external()));
        }
        return new CentralDirectory(records, names);
    }

    private static boolean isUtf8(ByteBuffer name) {
        try {
            UTF_8.newDecoder().decode(name.duplicate());
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
