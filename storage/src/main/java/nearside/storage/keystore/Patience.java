package nearside.storage.keystore;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// How long a key store may take to answer, and how long a person whom it asks.
///
/// @param store longer, and it counts as broken
/// @param person longer, and it stays locked
record Patience(Duration store, Duration person) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(2));

    Patience {
        Objects.requireNonNull(store);
        Objects.requireNonNull(person);
    }

    /// One call to a key store.
    interface Work<T> {
        T run(Wait wait) throws KeyStoreTrouble;
    }

    /// Does the work on a thread of its own. When that takes too long, it is asked to stop and left
    /// alone: native code cannot be ended.
    <T> T of(Work<T> work) throws KeyStoreTrouble {
        Wait wait = new Wait(this);
        FutureTask<T> task = new FutureTask<>(() -> work.run(wait));
        Thread.ofPlatform()
                .daemon()
                .name("nearside-keystore")
                .start(() -> {
                    task.run();
                    wait.done();
                });
        try {
            if (wait.awaitDone()) {
                return task.get();
            }
            throw wait.giveUp();
        } catch (InterruptedException interrupted) {
            wait.giveUp();
            Thread.currentThread().interrupt();
            throw new KeyStoreTrouble(Kind.BROKEN, 0);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof KeyStoreTrouble trouble) {
                throw trouble;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
