package nearside.cloud.download;

import nearside.cloud.download.Blocks.Run;
import nearside.cloud.download.Progress.Stage;
import nearside.engine.EngineFailure.Far;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Fetches what is missing of one file over a few connections, and sums it up meanwhile.
final class FileFetch {
    private final Means means;
    private final HubFile wanted;
    private final FileAddress address;
    private final LandingFile file;
    private final Blocks blocks;
    private final Summing summing;
    private final AtomicBoolean wholeTaken = new AtomicBoolean();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    FileFetch(Means means, HubFile wanted, FileAddress address, LandingFile file)
            throws IOException {
        this.means = means;
        this.wanted = wanted;
        this.address = address;
        this.file = file;
        this.blocks = new Blocks(LandingFile.count(wanted.size()), file.blocks());
        this.summing = new Summing(file, blocks, wanted.sum());
    }

    /// Returns the sum of what is here when all of it is.
    Checksum run() throws Setback, IOException, InterruptedException {
        means.meter()
                .file(
                        () -> Math.min(wanted.size(), (long) blocks.here() * LandingFile.BLOCK),
                        () -> Math.min(wanted.size(), (long) summing.summed() * LandingFile.BLOCK));
        if (!blocks.isWhole()) {
            fetch();
        }
        means.meter().stage(Stage.VERIFYING);
        while (summing.catchUp()) {
            if (means.asking().isStopped()) {
                throw new Setback.Stopped();
            }
        }
        return summing.sum();
    }

    private void fetch() throws Setback, IOException, InterruptedException {
        means.meter().stage(Stage.FETCHING);
        Callable<Boolean> connection = this::connection;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> ends =
                    Stream.generate(() -> all.submit(connection)).limit(connections()).toList();
            for (Future<Boolean> end : ends) {
                end(end);
            }
        }
    }

    /// Small files come at once.
    private int connections() {
        return isOneBlock() ? 1 : means.connections();
    }

    private boolean isOneBlock() {
        return blocks.count() == 1;
    }

    /// The first failure of any connection is the one that counts; it ended the others.
    private void end(Future<Boolean> connection) throws Setback, IOException, InterruptedException {
        try {
            var _ = connection.get();
        } catch (ExecutionException failed) {
            switch (failure.get()) {
                case Setback setback -> throw setback;
                case IOException disk -> throw disk;
                case InterruptedException left -> throw left;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    private boolean connection() throws Exception {
        try {
            persevere();
            return true;
        } catch (Exception failed) {
            failure.compareAndSet(null, failed);
            means.asking().stop();
            throw failed;
        }
    }

    private void persevere() throws Setback, IOException, InterruptedException {
        Perseverance tries = means.perseverance();
        for (Optional<Task> task = next(); task.isPresent(); task = next()) {
            int before = blocks.here();
            try {
                bring(task.get());
            } catch (Setback.Passing failed) {
                if (blocks.here() > before) {
                    tries.fruitful();
                }
                means.meter().stage(Stage.WAITING);
                tries.after(failed);
                means.meter().stage(Stage.FETCHING);
            }
        }
    }

    /// What one request asks for.
    private sealed interface Task {
        /// A run that is this connection's until it is given back.
        record Part(Run run) implements Task {}

        /// The file from its beginning; one connection at a time.
        record Whole() implements Task {}
    }

    private Optional<Task> next() {
        if (blocks.isWhole()) {
            return Optional.empty();
        }
        if (isOneBlock() || address.isWholeOnly()) {
            return wholeTaken.compareAndSet(false, true)
                    ? Optional.of(new Task.Whole())
                    : Optional.empty();
        }
        return blocks.take().map(Task.Part::new);
    }

    private void bring(Task task) throws Setback, IOException, InterruptedException {
        switch (task) {
            case Task.Part(Run run) -> {
                try (Answer answer = part(run)) {
                    receive(answer, run);
                } finally {
                    blocks.giveBack(run);
                }
            }
            case Task.Whole() -> {
                try (Answer answer = address.whole()) {
                    receive(answer, new Run(0, blocks.count()));
                } finally {
                    wholeTaken.set(false);
                }
            }
        }
    }

    private Answer part(Run run) throws Setback, InterruptedException {
        return address.part(start(run.from()), Math.min(start(run.to()), wanted.size()));
    }

    private static long start(int block) {
        return (long) block * LandingFile.BLOCK;
    }

    /// Takes block after block out of an answer that begins with the first of them.
    private void receive(Answer answer, Run run) throws Setback, IOException, InterruptedException {
        ByteBuffer block = ByteBuffer.allocate(LandingFile.BLOCK);
        for (int at = run.from(); at < run.to(); ) {
            List<ByteBuffer> piece = answer.next();
            if (piece.isEmpty()) {
                throw new Setback.Passing(
                        new DownloadFailure.Connection(new Far.CutOff(Asking.host(answer.at()))));
            }
            long came = 0;
            for (ByteBuffer bytes : piece) {
                came += bytes.remaining();
                while (bytes.hasRemaining() && at < run.to()) {
                    int length = LandingFile.length(wanted.size(), at);
                    move(bytes, block, length - block.position());
                    if (block.position() == length) {
                        keep(at, block.flip());
                        block.clear();
                        at++;
                    }
                }
            }
            means.came(came);
        }
    }

    private static void move(ByteBuffer from, ByteBuffer to, int most) {
        int length = Math.min(most, from.remaining());
        to.put(from.slice(from.position(), length));
        from.position(from.position() + length);
    }

    /// What is here already stays as it is.
    private void keep(int at, ByteBuffer block) throws IOException {
        if (!blocks.has(at)) {
            file.write(at, block.duplicate());
            blocks.add(at);
            summing.came(at, block);
        }
    }
}
