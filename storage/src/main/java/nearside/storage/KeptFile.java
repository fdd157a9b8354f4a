package nearside.storage;

import nearside.storage.SettingsFound.From;
import nearside.storage.SettingsTrouble.Damaged;
import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// A small text file that is replaced whole and keeps its previous version beside it. One that
/// cannot be used is kept, too, until the next such one.
///
/// @param <T> what a text means
final class KeptFile<T> {
    /// One change at a time in this process: a file lock is only for others. Changes are rare, so
    /// that one lock serves all files.
    private static final ReentrantLock CHANGING = new ReentrantLock();

    private final Path file;
    private final Path previous;
    private final Path lock;
    private final Function<String, Optional<T>> parser;

    KeptFile(Path file, Function<String, Optional<T>> parser) {
        this.file = file;
        this.previous = sibling(file, ".previous");
        this.lock = sibling(file, ".lock");
        this.parser = parser;
    }

    /// What was found.
    ///
    /// @param value empty where no version can be used
    record Found<T>(Optional<T> value, From from, List<Damaged> damaged) {}

    /// Where a version lies; defaults would lie where the current one does.
    Path of(From from) {
        return switch (from) {
            case CURRENT, DEFAULTS -> file;
            case PREVIOUS -> previous;
        };
    }

    /// What is there; changes nothing.
    Found<T> look() {
        KeptVersion<T> now = version(file);
        if (now.value().isPresent()) {
            return new Found<>(now.value(), From.CURRENT, List.of());
        }
        KeptVersion<T> before = version(previous);
        From from = before.value().isPresent() ? From.PREVIOUS : From.DEFAULTS;
        return new Found<>(before.value(), from, damaged(now, before));
    }

    /// With no file at all, one kept aside tells that there was one.
    private List<Damaged> damaged(KeptVersion<T> now, KeptVersion<T> before) {
        List<Damaged> all = new ArrayList<>();
        Path aside = aside(file);
        if (now.absent() && (!before.absent() || Files.exists(aside))) {
            Optional<Path> kept = Files.exists(aside) ? Optional.of(aside) : Optional.empty();
            all.add(new Damaged(file, new Damage.Missing(), kept));
        }
        for (KeptVersion<T> version : List.of(now, before)) {
            version.damage()
                    .ifPresent(damage ->
                            all.add(new Damaged(version.file(), damage, Optional.empty())));
        }
        return all;
    }

    /// The same, with a copy of each version that cannot be used, where one can be made. Looks
    /// again while nobody changes anything, because what is being replaced may not be readable.
    Found<T> keepDamaged() throws IOException {
        return look().damaged.isEmpty() ? look() : alone(() -> copied(look()));
    }

    private Found<T> copied(Found<T> found) throws IOException {
        List<Damaged> kept = new ArrayList<>();
        for (Damaged each : found.damaged) {
            boolean missing = each.damage() instanceof Damage.Missing;
            kept.add(
                    missing
                            ? each
                            : new Damaged(each.file(), each.damage(), copyAside(each.file())));
        }
        return new Found<>(found.value, found.from, kept);
    }

    /// Replaces the text while no other process does. The change gets what was found. A version
    /// that cannot be used is moved aside before, and does not become the previous one.
    T change(Function<Optional<T>, T> change, Function<T, String> writer) throws IOException {
        return alone(() -> {
            T next = change.apply(look().value);
            KeptVersion<T> now = version(file);
            moveAside(version(previous));
            moveAside(now);
            if (now.value().isPresent()) {
                Forced.replace(previous, Files.readString(file));
            }
            Forced.replace(file, writer.apply(next));
            return next;
        });
    }

    private interface Action<R> {
        R run() throws IOException;
    }

    private <R> R alone(Action<R> action) throws IOException {
        CHANGING.lock();
        try {
            OwnerOnly.file(lock);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                channel.lock();
                return action.run();
            }
        } finally {
            CHANGING.unlock();
        }
    }

    private static Optional<Path> copyAside(Path damaged) throws IOException {
        if (!Files.isRegularFile(damaged)
                || !Files.isReadable(damaged)
                || Files.size(damaged) > KeptVersion.LONGEST_BYTES) {
            return Optional.empty();
        }
        Path kept = aside(damaged);
        OwnerOnly.file(kept);
        try (OutputStream out = Files.newOutputStream(kept)) {
            Files.copy(damaged, out);
        }
        return Optional.of(kept);
    }

    private void moveAside(KeptVersion<T> version) throws IOException {
        if (version.damage().isPresent()) {
            Files.move(
                    version.file(),
                    aside(version.file()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Forced.name(version.file());
        }
    }

    private KeptVersion<T> version(Path which) {
        return KeptVersion.read(which, parser);
    }

    private static Path aside(Path file) {
        return sibling(file, ".damaged");
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
