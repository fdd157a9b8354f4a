package nearside.copilot.outside;

import nearside.copilot.outside.ZipModel.Limits;
import nearside.storage.shelf.Adoption;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What comes out of a zip archive, counted byte by byte: what an archive says about its sizes is
/// not believed.
final class Outflow {
    private static final int CHUNK = 1 << 20;

    private final ZipFile zip;
    private final Adoption into;
    private final Limits limits;
    private final byte[] chunk = new byte[CHUNK];
    private long written;

    Outflow(ZipFile zip, Adoption into, Limits limits) {
        this.zip = zip;
        this.into = into;
        this.limits = limits;
    }

    /// Whether there is room for more.
    enum Room {
        ENOUGH,
        NONE
    }

    /// Unpacks one entry and forces it to the disk.
    Room take(ZipEntry entry, String name) throws IOException, BadZip {
        CRC32 sum = new CRC32();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry);
                FileChannel out = into.create(name)) {
            for (int read = read(in); read > 0; read = read(in)) {
                size += read;
                if (size > entry.getSize()) {
                    throw new BadZip(new ZipFlaw.Damaged("more bytes than told: " + name));
                }
                if (room(read) == Room.NONE) {
                    return Room.NONE;
                }
                sum.update(chunk, 0, read);
                write(out, ByteBuffer.wrap(chunk, 0, read));
            }
            out.force(true);
        }
        if (size != entry.getSize() || sum.getValue() != entry.getCrc()) {
            throw new BadZip(new ZipFlaw.Damaged("other bytes than told: " + name));
        }
        return Room.ENOUGH;
    }

    private int read(InputStream in) throws IOException, BadZip {
        try {
            return in.readNBytes(chunk, 0, CHUNK);
        } catch (ZipException | EOFException damaged) {
            throw new BadZip(new ZipFlaw.Damaged(String.valueOf(damaged.getMessage())));
        }
    }

    private Room room(int more) throws IOException, BadZip {
        written += more;
        if (written > limits.mostBytes()) {
            throw new BadZip(new ZipFlaw.TooLarge(limits.mostBytes()));
        }
        return into.freeBytes() - more < limits.keptFreeBytes() ? Room.NONE : Room.ENOUGH;
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
