package nearside.storage;

import nearside.storage.index.Entry;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What is read on another thread while something else is done.
record Ahead(FutureTask<List<Entry>> task) {
    static Ahead of(Callable<List<Entry>> reading) {
        FutureTask<List<Entry>> task = new FutureTask<>(reading);
        Thread.ofVirtual().name("nearside-search-ahead").start(task);
        return new Ahead(task);
    }

    /// Throws what the reading threw.
    List<Entry> entries() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Waits until it is over, however it ends.
    void await() {
        try {
            entries();
        } catch (RuntimeException nobodyNeedsIt) {
            assert task.isDone();
        }
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        return switch (failed.getCause()) {
            case StorageException told -> new StorageException(told.failure(), told);
            case Error error -> throw error;
            case RuntimeException bug -> bug;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
