package nearside.storage.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/// Room on the disk of a folder.
public final class Room {
    private static final int ENOUGH_BYTES = 1 << 18;

    private Room() {}

    /// Tries it: writes as much as a long turn needs, and takes it away again.
    public static boolean in(Path folder) {
        Path trial = folder.resolve("room.new");
        try {
            try {
                OwnerOnly.file(trial);
                fill(trial);
            } finally {
                Files.deleteIfExists(trial);
            }
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    /// Not with zeros, which some disks keep without room.
    private static void fill(Path trial) throws IOException {
        byte[] bytes = new byte[ENOUGH_BYTES];
        new SplittableRandom().nextBytes(bytes);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try (FileChannel channel = FileChannel.open(trial, StandardOpenOption.WRITE)) {
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }
}
