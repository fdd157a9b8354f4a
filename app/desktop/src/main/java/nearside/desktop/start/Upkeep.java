package nearside.desktop.start;

import nearside.storage.Backups;
import nearside.storage.StorageException;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What is done for the database while nobody waits for it: a while after the window is there, and
/// each hour, so that also a program that runs past midnight keeps a backup of the day.
final class Upkeep implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("nearside.start");
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration NEXT = Duration.ofHours(1);

    private final Backups backups;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("upkeep").daemon().factory());
    private Optional<Future<?>> task = Optional.empty();

    Upkeep(Backups backups) {
        this.backups = backups;
    }

    void begin() {
        task =
                Optional.of(
                        thread.scheduleWithFixedDelay(
                                this::run, FIRST.toSeconds(), NEXT.toSeconds(), TimeUnit.SECONDS));
    }

    private void run() {
        try {
            int mended = backups.mend();
            Backups.Outcome outcome = backups.keep();
            if (mended > 0) {
                LOG.log(Level.WARNING, "messages mended from backups: {0}", mended);
            }
            log(outcome);
        } catch (StorageException failed) {
            LOG.log(Level.WARNING, "upkeep: {0}", failed.failure());
        }
    }

    private static void log(Backups.Outcome outcome) {
        switch (outcome) {
            case Backups.Outcome.Kept(var file) ->
                    LOG.log(Level.INFO, "backup kept: {0}", file.getFileName());
            case Backups.Outcome.NotDue() -> LOG.log(Level.DEBUG, "no backup is due");
            case Backups.Outcome.Failed(var failure) ->
                    LOG.log(Level.WARNING, "no backup: {0}", failure);
        }
    }

    /// Waits for what is being done; nothing new begins.
    @Override
    public void close() {
        task.ifPresent(repeated -> repeated.cancel(false));
        thread.close();
    }
}
