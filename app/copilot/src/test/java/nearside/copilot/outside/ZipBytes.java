package nearside.copilot.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// A zip archive written byte by byte, so that it may say whatever it likes about itself.
final class ZipBytes {
    static final int DEFLATED = 8;
    static final int PLAIN = 0x81a4_0000;
    static final int LINK = 0xa1ff_0000;
    static final int DEVICE = 0x21a4_0000;

    private final List<Entry> entries = new ArrayList<>();

    /// What an entry says about itself.
    ///
    /// @param name a character a byte
    /// @param content a character a byte
    /// @param size the size that it tells; below 0 for the true one
    record Entry(String name, String content, int flags, int method, int external, long size) {
        static Entry of(String name, byte[] content) {
            return new Entry(bytes(name), new String(content, ISO_8859_1), 0, DEFLATED, PLAIN, -1);
        }

        private static String bytes(String name) {
            return new String(name.getBytes(UTF_8), ISO_8859_1);
        }
    }

    ZipBytes with(String name, byte[] content) {
        return with(Entry.of(name, content));
    }

    ZipBytes with(String name) {
        return with(name, new byte[] {'x'});
    }

    ZipBytes with(String name, int flags, int method, int external) {
        return with(new Entry(name, "x", flags, method, external, -1));
    }

    ZipBytes with(Entry entry) {
        entries.add(entry);
        return this;
    }

    /// Every plain file of a folder, in a folder of the archive or in its root.
    ///
    /// @param before what stands before each name, such as `top/`
    ZipBytes withFolder(Path folder, String before) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                with(before + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            int at = out.size();
            byte[] packed = packed(entry);
            byte[] common = common(entry, packed.length);
            out.writeBytes(numbers(0x04034b50).array());
            out.writeBytes(common);
            out.writeBytes(entry.name().getBytes(ISO_8859_1));
            out.writeBytes(packed);
            list.writeBytes(numbers(0x02014b50).array());
            list.writeBytes(new byte[] {20, 3});
            list.writeBytes(common);
            list.writeBytes(new byte[6]);
            list.writeBytes(numbers(entry.external()).array());
            list.writeBytes(numbers(at).array());
            list.writeBytes(entry.name().getBytes(ISO_8859_1));
        }
        int start = out.size();
        out.writeBytes(list.toByteArray());
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(list.size()).putInt(start).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    /// The same with the end that archives of more than 4 GiB have.
    byte[] large() {
        byte[] small = bytes();
        int end = small.length - 22;
        ByteBuffer told = ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer large =
                ByteBuffer.allocate(small.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        large.put(small, 0, end).putInt(0x06064b50).putLong(44);
        large.putShort((short) 45).putShort((short) 45).putLong(0);
        large.putLong(entries.size()).putLong(entries.size());
        large.putLong(told.getInt(end + 12)).putLong(told.getInt(end + 16));
        large.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        large.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return large.array();
    }

    Path to(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    private static ByteBuffer numbers(int number) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number);
    }

    private static byte[] common(Entry entry, int packed) {
        CRC32 sum = new CRC32();
        sum.update(entry.content().getBytes(ISO_8859_1));
        long size = entry.size() < 0 ? entry.content().length() : entry.size();
        return ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 20)
                .putShort((short) entry.flags())
                .putShort((short) entry.method())
                .putInt(0)
                .putInt((int) sum.getValue())
                .putInt(packed)
                .putInt((int) size)
                .putShort((short) entry.name().length())
                .putShort((short) 0)
                .array();
    }

    private static byte[] packed(Entry entry) {
        byte[] content = entry.content().getBytes(ISO_8859_1);
        if (entry.method() != DEFLATED) {
            return content;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.BEST_SPEED, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, raw)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            raw.end();
        }
        return packed.toByteArray();
    }
}
