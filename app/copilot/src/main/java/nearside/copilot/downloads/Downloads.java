package nearside.copilot.downloads;

import nearside.cloud.download.Download;
import nearside.cloud.download.DownloadFailure;
import nearside.cloud.download.Landing;
import nearside.copilot.downloads.Trip.Standing;
import nearside.copilot.downloads.Trip.Trouble;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.InstalledModel.Origin;
import nearside.copilot.models.Models;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.storage.StorageException;
import nearside.storage.shelf.Arrival;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All models on their way here, in one queue. Any thread.
public final class Downloads implements AutoCloseable {
    /// So many come at the same time.
    private static final int SIDE_BY_SIDE = 2;

    private final Models models;
    private final Ways ways;
    private final Map<String, Errand> errands = new LinkedHashMap<>();
    private boolean closed;

    /// How a model is fetched.
    public interface Ways {
        /// The way for this one, which was not begun.
        Way way(Getting getting, Landing landing);
    }

    /// The way by which a model comes.
    public sealed interface Way {
        record Open(Download download) implements Way {}

        /// There is none, and why.
        record Shut(String why) implements Way {}
    }

    public Downloads(Models models, Ways ways) {
        this.models = Objects.requireNonNull(models);
        this.ways = Objects.requireNonNull(ways);
    }

    /// How all of them stand, in the order in which they were wished for.
    public synchronized List<Trip> all() {
        return errands.values().stream().map(Errand::trip).toList();
    }

    /// Wants it, or wants it again: goes on where it was left.
    public synchronized void get(Getting getting) {
        Errand before = errands.get(getting.id());
        if (!closed && (before == null || before.trip().rests())) {
            errands.remove(getting.id());
            errands.put(getting.id(), new Errand(getting));
            next();
        }
    }

    /// One that was begun before and did not come whole: it rests until somebody wants it to go on.
    public synchronized void left(Getting getting) {
        if (!errands.containsKey(getting.id())) {
            Errand errand = new Errand(getting);
            errand.pause();
            errands.put(getting.id(), errand);
        }
    }

    /// Wants one again that rests.
    public void goOn(String id) {
        find(id).ifPresent(errand -> get(errand.getting));
    }

    /// How that one stands when it rests, or after so long.
    ///
    /// @throws java.util.NoSuchElementException if nobody wished for it
    public Trip await(String id, Duration most) throws InterruptedException {
        Errand errand = find(id).orElseThrow();
        errand.await(System.nanoTime() + most.toNanos());
        return errand.trip();
    }

    /// Stops it; what is here stays.
    public void pause(String id) {
        find(id).ifPresent(Errand::pause);
    }

    /// Stops it, and throws away what is here of it.
    public void giveUp(String id) throws IOException {
        Optional<Errand> found = find(id);
        if (found.isPresent()) {
            found.get().pause();
            found.get().awaitRest();
            forget(id);
        }
        Optional<Arrival> arrival = models.arrive(id);
        if (arrival.isPresent()) {
            arrival.get().discard();
        }
    }

    /// Takes one that rests out of the list; what is here of it stays.
    public synchronized void forget(String id) {
        Errand errand = errands.get(id);
        if (errand != null && errand.trip().rests()) {
            errands.remove(id);
        }
    }

    private synchronized Optional<Errand> find(String id) {
        return Optional.ofNullable(errands.get(id));
    }

    private synchronized void next() {
        long coming = errands.values().stream().filter(Errand::isComing).count();
        for (Errand errand : List.copyOf(errands.values())) {
            if (!closed && coming < SIDE_BY_SIDE && errand.begin()) {
                coming++;
            }
        }
    }

    /// Stops all of them, and waits until they have.
    @Override
    public void close() {
        List<Errand> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(errands.values());
        }
        all.forEach(Errand::pause);
        all.forEach(Errand::awaitRest);
    }

    /// One model that was wished for.
    private final class Errand {
        private final Getting getting;
        private final Rate rate = new Rate();
        private Standing standing = new Standing.Waiting();
        private Optional<Download> download = Optional.empty();
        private boolean begun;
        private boolean unwanted;

        Errand(Getting getting) {
            this.getting = getting;
        }

        synchronized Trip trip() {
            Standing now =
                    begun && download.isPresent() && standing instanceof Standing.Coming
                            ? rate.of(download.get().progress(), System.nanoTime())
                            : standing;
            return new Trip(getting.id(), getting.title(), now);
        }

        synchronized boolean isComing() {
            return begun && !trip().rests();
        }

        synchronized boolean begin() {
            boolean begins = !begun && standing instanceof Standing.Waiting;
            if (begins) {
                begun = true;
                Thread.ofVirtual().name("download " + getting.id()).start(this::run);
            }
            return begins;
        }

        synchronized void pause() {
            unwanted = true;
            download.ifPresent(Download::stop);
            if (!begun) {
                standing = new Standing.Paused();
            }
        }

        synchronized void await(long until) throws InterruptedException {
            for (long left = 1; left > 0 && !trip().rests(); left = until - System.nanoTime()) {
                wait(Math.max(1, left / 1_000_000));
            }
        }

        synchronized void awaitRest() {
            while (isComing()) {
                try {
                    wait();
                } catch (InterruptedException left) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void run() {
            Standing end = new Standing.Paused(); // after a bug, too: nobody waits for ever
            try {
                end = brought();
            } catch (StorageException unkept) {
                end = new Standing.Failed(new Trouble.Unkept(unkept.failure()));
            } catch (IOException disk) {
                end = new Standing.Failed(new Trouble.OnTheWay(failure(disk)));
            } catch (InterruptedException left) {
                Thread.currentThread().interrupt();
            } finally {
                over(end);
                next();
            }
        }

        private static DownloadFailure failure(IOException disk) {
            return new DownloadFailure.Disk(
                    String.valueOf(disk.getMessage()), disk.getClass().getSimpleName());
        }

        private synchronized void over(Standing end) {
            standing = end;
            notifyAll();
        }

        private Standing brought() throws IOException, InterruptedException {
            Optional<Arrival> arrival = models.arrive(getting.id());
            if (arrival.isEmpty()) {
                return new Standing.Failed(new Trouble.Elsewhere());
            }
            try (Arrival place = arrival.get()) {
                return switch (ways.way(getting, new ShelfLanding(place))) {
                    case Way.Shut(String why) -> new Standing.Failed(new Trouble.NoDoor(why));
                    case Way.Open(Download way) -> came(begun(way).run(), place);
                };
            }
        }

        private Standing came(Download.Outcome outcome, Arrival place) throws IOException {
            return switch (outcome) {
                case Download.Outcome.Landed(var plan, var hub) -> settled(place, plan.text(hub));
                case Download.Outcome.Stopped _ -> new Standing.Paused();
                case Download.Outcome.Failed(var failure) ->
                        new Standing.Failed(new Trouble.OnTheWay(failure));
            };
        }

        private synchronized Download begun(Download way) {
            download = Optional.of(way);
            if (unwanted) {
                way.stop();
            }
            standing = rate.of(way.progress(), System.nanoTime());
            return way;
        }

        /// What was fetched before goes when it comes anew; what a person brought in stays beside
        /// it.
        private InstalledModel settled(Arrival place) throws IOException {
            return models.find(place.name())
                            .filter(it -> it.origin() == Origin.IMPORTED)
                            .filter(it -> Provenance.of(it.folder()).isPresent())
                            .isPresent()
                    ? models.replace(place)
                    : models.settle(place);
        }

        /// What is no model that runs here is of no use on the shelf either.
        private Standing settled(Arrival place, byte[] from) throws IOException {
            return switch (ModelFolder.check(place.folder())) {
                case FolderCheck.Flawed(var flaw) -> {
                    place.discard();
                    yield new Standing.Failed(new Trouble.Unfit(flaw));
                }
                case FolderCheck.Sound _ -> {
                    place.enclose(Provenance.FILE, from);
                    yield new Standing.Here(settled(place).id());
                }
            };
        }
    }
}
