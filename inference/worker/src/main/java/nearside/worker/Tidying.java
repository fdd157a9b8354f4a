package nearside.worker;

import nearside.worker.onnx.Heap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Gives back what loading a model left behind, a moment later, so that a short first question has
/// its first word before. Never while models are opened or closed: their files are unmapped then,
/// and where they lay may lie keys and values a moment later.
final class Tidying {
    private final Duration after;
    private final Consumer<Path> letGo;
    private final ReentrantLock files = new ReentrantLock();
    private long changes;

    /// Nothing is given back yet.
    ///
    /// @param after how long after a load
    /// @param letGo lets the pages of a folder's files go
    Tidying(Duration after, Consumer<Path> letGo) {
        this.after = after;
        this.letGo = letGo;
    }

    /// Opens or closes models.
    interface Change<T> {
        T make() throws IOException;
    }

    <T> T during(Change<T> change) throws IOException {
        files.lock();
        try {
            changes++;
            return change.make();
        } finally {
            files.unlock();
        }
    }

    /// Tidies up after the change that was made last, unless another one comes before.
    Thread later(Path folder) {
        long made = changes;
        return Thread.ofPlatform().daemon().name("tidy").start(() -> tidy(folder, made));
    }

    private void tidy(Path folder, long made) {
        LockSupport.parkNanos(after.toNanos());
        files.lock();
        try {
            if (changes == made) {
                letGo.accept(folder);
            }
        } finally {
            files.unlock();
        }
        Heap.trim();
    }
}
