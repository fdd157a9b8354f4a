package nearside.storage.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/// Waiting for the writing thread to the end: an interrupt must not leave it open whether a write
/// happened, so it is kept for later.
final class Waiting {
    private Waiting() {}

    static <T> T on(Supplier<Future<T>> task) {
        try {
            return result(task.get());
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("The profile is closed", closed);
        }
    }

    private static <T> T result(Future<T> task) {
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

    private static RuntimeException unchecked(ExecutionException failed) {
        return switch (failed.getCause()) {
            case DatabaseException told -> new DatabaseException(told.trouble(), told);
            case Error error -> throw error;
            case RuntimeException bug -> bug;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
