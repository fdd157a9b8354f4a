package nearside.storage.shelf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Set;
import java.util.zip.CRC32C;

/// A file that comes in blocks of 1 MiB, in any order. Beside it lies a journal of the blocks that
/// are here, each with its CRC-32C: what a power cut took back is found when it is opened again.
///
/// A record of the journal has twelve bytes, big end first: the number of the block, the CRC of its
/// bytes, and the CRC of these eight. Records that are cut or wrong count as not there.
public final class ArrivingFile implements AutoCloseable {
    public static final int BLOCK = 1 << 20;

    private static final int RECORD = 3 * Integer.BYTES;
    private static final int CHECKED = 2 * Integer.BYTES;

    private final Path part;
    private final Path blocks;
    private final Path settled;
    private final long size;
    private final FileChannel bytes;
    private final FileChannel journal;
    private final BitSet here = new BitSet();

    private ArrivingFile(Path parts, Path settled, long size) throws IOException {
        this.part = part(parts, String.valueOf(settled.getFileName()));
        this.blocks = blocks(parts, String.valueOf(settled.getFileName()));
        this.settled = settled;
        this.size = size;
        this.bytes = channel(part, StandardOpenOption.WRITE);
        try {
            this.journal = channel(blocks, StandardOpenOption.WRITE);
        } catch (IOException unusable) {
            bytes.close();
            throw unusable;
        }
    }

    static Path part(Path parts, String name) {
        return parts.resolve(name + ".part");
    }

    static Path blocks(Path parts, String name) {
        return parts.resolve(name + ".blocks");
    }

    static ArrivingFile open(Path parts, Path settled, long size) throws IOException {
        ArrivingFile file = new ArrivingFile(parts, settled, size);
        try {
            file.look();
            return file;
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    private static FileChannel channel(Path path, StandardOpenOption write) throws IOException {
        return FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        write,
                        LinkOption.NOFOLLOW_LINKS),
                Adoption.ownFile(path.resolveSibling(".")));
    }

    /// Which blocks are as they were written. The journal is cut behind its last whole record.
    private void look() throws IOException {
        long records = journal.size() / RECORD;
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(records * RECORD));
        fill(journal, all, 0);
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        int[] last = new int[count()];
        BitSet noted = new BitSet();
        for (all.flip(); all.hasRemaining(); ) {
            int check = crc(all.slice(all.position(), CHECKED));
            int number = all.getInt();
            int sum = all.getInt();
            if (all.getInt() == check && number >= 0 && number < last.length) {
                noted.set(number);
                last[number] = sum;
            }
        }
        for (int number = noted.nextSetBit(0); number >= 0; number = noted.nextSetBit(number + 1)) {
            if (isThere(number, block) && crc(block.flip()) == last[number]) {
                here.set(number);
            }
        }
        journal.truncate(records * RECORD).position(records * RECORD);
    }

    private boolean isThere(int number, ByteBuffer block) throws IOException {
        boolean there = bytes.size() >= start(number) + length(number);
        if (there) {
            fill(bytes, block.clear().limit(length(number)), start(number));
        }
        return there;
    }

    private static void fill(FileChannel from, ByteBuffer into, long start) throws IOException {
        long at = start;
        while (into.hasRemaining()) {
            int read = from.read(into, at);
            if (read < 0) {
                throw new EOFException("cut at " + at);
            }
            at += read;
        }
    }

    private static int crc(ByteBuffer of) {
        CRC32C crc = new CRC32C();
        crc.update(of);
        return (int) crc.getValue();
    }

    private int count() {
        return Math.toIntExact(Math.ceilDiv(size, BLOCK));
    }

    private static long start(int block) {
        return (long) block * BLOCK;
    }

    private int length(int block) {
        return (int) Math.min(BLOCK, size - start(block));
    }

    public long size() {
        return size;
    }

    /// The blocks that are here.
    public synchronized BitSet blocks() {
        return (BitSet) here.clone();
    }

    /// Writes a whole block, and then that it is here.
    ///
    /// @throws IllegalArgumentException if it has another length than that block
    public void write(int block, ByteBuffer content) throws IOException {
        if (content.remaining() != length(block)) {
            throw new IllegalArgumentException(
                    "block " + block + ": expected " + length(block) + " bytes, found " + content);
        }
        int crc = crc(content.duplicate());
        long at = start(block);
        while (content.hasRemaining()) {
            at += bytes.write(content, at);
        }
        note(block, crc);
    }

    private synchronized void note(int block, int crc) throws IOException {
        ByteBuffer entry = ByteBuffer.allocate(RECORD).putInt(block).putInt(crc);
        entry.putInt(crc(entry.duplicate().flip())).flip();
        while (entry.hasRemaining()) {
            journal.write(entry);
        }
        here.set(block);
    }

    /// Reads a whole block that is here.
    public void read(int block, ByteBuffer into) throws IOException {
        fill(bytes, into, start(block));
    }

    /// Forgets all blocks.
    public synchronized void clear() throws IOException {
        here.clear();
        journal.truncate(0).position(0);
        bytes.truncate(0);
    }

    /// Forces it to the disk and puts it among the verified files.
    public void settle() throws IOException {
        bytes.truncate(size);
        bytes.force(true);
        close();
        Files.move(
                part, settled, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(blocks);
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            journal.close();
        }
    }
}
