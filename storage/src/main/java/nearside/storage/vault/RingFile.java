package nearside.storage.vault;

import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The slots of one copy of a key ring on the disk.
final class RingFile implements AutoCloseable {
    private final FileChannel channel;

    private RingFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Opens the file, made for its owner alone where there is none.
    static RingFile open(Path file) throws IOException {
        OwnerOnly.file(file);
        return new RingFile(
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    List<RingSlot> slots() throws IOException {
        List<RingSlot> slots = new ArrayList<>();
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining() && channel.read(all, all.position()) >= 0) {}
        all.flip();
        while (all.hasRemaining()) {
            byte[] slot = new byte[RingSlot.BYTES];
            all.get(slot, 0, Math.min(slot.length, all.remaining()));
            slots.add(RingSlot.read(slot));
        }
        return slots;
    }

    /// Not on the disk before [#force].
    void put(int index, RingSlot slot) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(slot.bytes());
        long at = (long) index * RingSlot.BYTES;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
