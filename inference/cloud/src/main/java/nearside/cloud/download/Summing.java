package nearside.cloud.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// Sums up a file while it comes: each block once, in their order. Who brings a block adds what is
/// next, if nobody else is about it.
final class Summing {
    private final LandingFile file;
    private final Blocks blocks;
    private final Checksum expected;
    private final MessageDigest digest;
    private final ReentrantLock turn = new ReentrantLock();
    private final ByteBuffer again = ByteBuffer.allocate(LandingFile.BLOCK);
    private final AtomicInteger summed = new AtomicInteger();

    Summing(LandingFile file, Blocks blocks, Checksum expected) {
        this.file = file;
        this.blocks = blocks;
        this.expected = expected;
        this.digest = expected.begin(file.size());
    }

    /// A block was written; its bytes are at hand.
    void came(int block, ByteBuffer bytes) throws IOException {
        if (turn.tryLock()) {
            try {
                if (block == summed.get()) {
                    add(bytes);
                }
                if (blocks.has(summed.get())) {
                    addAgain();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /// Adds a block that is next and lies on the disk; false when there is none.
    boolean catchUp() throws IOException {
        turn.lock();
        try {
            boolean next = summed.get() < blocks.count() && blocks.has(summed.get());
            if (next) {
                addAgain();
            }
            return next;
        } finally {
            turn.unlock();
        }
    }

    private void addAgain() throws IOException {
        again.clear().limit(LandingFile.length(file.size(), summed.get()));
        file.read(summed.get(), again);
        add(again.flip());
    }

    private void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
        summed.incrementAndGet();
    }

    /// How many blocks were summed up.
    int summed() {
        return summed.get();
    }

    /// The sum of all blocks. Once, when all were added.
    Checksum sum() {
        if (summed.get() != blocks.count()) {
            throw new IllegalStateException(summed + " of " + blocks.count() + " blocks");
        }
        return expected.of(digest);
    }
}
