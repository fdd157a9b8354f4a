package nearside.storage.campaign;

import nearside.storage.Profile;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A program started many times at once: each thread opens the profile as a start does. An owner
/// makes a file that must not be there, reads, and takes it away again.
///
/// Arguments: folder, threads, and [#LOOSE] for starts that take no lock. A line `hold` makes the
/// next owner of this process keep the profile until the process is killed.
final class StartsChild {
    static final String READY = "ready";
    static final String OWNED = "owned";
    static final String LOOSE = "loose";
    static final String HOLD = "hold";
    static final String HELD = "held";

    private static final String OWNER = "owner";

    private final Path folder;
    private final boolean loose;
    private final boolean hold;
    private final AtomicInteger owned = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger shared = new AtomicInteger();

    private StartsChild(Path folder, boolean loose, boolean hold) {
        this.folder = folder;
        this.loose = loose;
        this.hold = hold;
    }

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        boolean loose = List.of(arguments).contains(LOOSE);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Session.tell(READY);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            new StartsChild(Path.of(arguments[0]), loose, line.equals(HOLD)).race(threads);
        }
    }

    private void race(int threads) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<Thread> starts = new ArrayList<>();
        for (int each = 0; each < threads; each++) {
            starts.add(Thread.ofPlatform().start(() -> startAt(barrier)));
        }
        for (Thread start : starts) {
            start.join();
        }
        Session.tell("%s %d %d %d".formatted(OWNED, owned.get(), refused.get(), shared.get()));
    }

    private void startAt(CyclicBarrier barrier) {
        try {
            barrier.await();
            if (loose) {
                own();
            } else {
                start();
            }
        } catch (BrokenBarrierException | InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void start() throws IOException {
        try (Profile profile = Profile.open(folder)) {
            own();
            profile.conversations().list();
        } catch (StorageException closed) {
            if (!(closed.failure() instanceof StorageFailure.InUse)) {
                throw closed;
            }
            refused.incrementAndGet();
        }
    }

    private void own() throws IOException {
        Path mark = folder.resolveSibling(OWNER);
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException another) {
            shared.incrementAndGet();
            return;
        }
        owned.incrementAndGet();
        if (hold) {
            Files.delete(mark);
            Session.tell(HELD);
            keep();
        }
        Files.delete(mark);
    }

    private static void keep() {
        while (true) {
            LockSupport.park();
        }
    }
}
