package nearside.storage;

import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where damaged files of a database go: a folder each time, `damaged/<time>`, which nothing here
/// ever deletes. The database that comes in their place is made whole in that folder first; from
/// then on all that is left are moves, which the next start takes up where a crash ended them.
record Aside(Path profile) {
    /// The database that is going to take the place of the damaged one.
    static final String READY = "recovered.db";

    private static final String FOLDER = "damaged";
    private static final String REPORT = "report.json";
    private static final String TOLD = "told";
    private static final String DEMAND = "demanded";

    /// The database last: as long as it is in its place, a set is not complete.
    private static final List<String> ENDS = List.of("-wal", "-shm", "-journal", "");

    /// The folder for the files that are in place now; the same one again after a crash.
    Path begin(Instant now) throws IOException {
        Optional<Path> begun = sets().filter(set -> !isComplete(set)).findFirst();
        Path set = begun.isPresent() ? begun.get() : fresh(now);
        Files.deleteIfExists(set.resolve(READY));
        return set;
    }

    private Path fresh(Instant now) throws IOException {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
        OwnerOnly.folder(profile.resolve(FOLDER), REPORT);
        Path set = profile.resolve(FOLDER).resolve(time);
        for (int more = 2; Files.exists(set); more++) {
            set = set.resolveSibling(time + "-" + more);
        }
        OwnerOnly.folder(set, REPORT);
        return set;
    }

    void report(Recovered recovered) throws IOException {
        Forced.replace(recovered.set().resolve(REPORT), RecoveredJson.text(recovered));
    }

    /// Asks the next start to put the database together anew.
    void demand() throws IOException {
        OwnerOnly.folder(profile.resolve(FOLDER), DEMAND);
        OwnerOnly.file(profile.resolve(FOLDER).resolve(DEMAND));
    }

    boolean isDemanded() {
        return Files.exists(profile.resolve(FOLDER).resolve(DEMAND));
    }

    /// Finishes a move that a crash ended, if there is one.
    void settle() throws IOException {
        Optional<Path> ready = sets().filter(set -> Files.exists(set.resolve(READY))).findFirst();
        if (ready.isPresent()) {
            move(ready.get());
        }
    }

    /// Puts the damaged files into the set, and the ready database in their place, if there is one.
    void move(Path set) throws IOException {
        if (Files.notExists(set.resolve(Store.FILE))) {
            OwnerOnly.file(profile.resolve(Store.FILE));
        }
        for (String end : ENDS) {
            Path file = profile.resolve(Store.FILE + end);
            if (Files.exists(file)) {
                Files.move(file, set.resolve(Store.FILE + end), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Forced.name(set.resolve(Store.FILE));
        if (Files.exists(set.resolve(READY))) {
            Files.move(
                    set.resolve(READY),
                    profile.resolve(Store.FILE),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        Forced.name(profile.resolve(Store.FILE));
        Files.deleteIfExists(profile.resolve(FOLDER).resolve(DEMAND));
    }

    /// What is known of all that was put aside, the last one first.
    List<Recovered> all() {
        return sets().filter(Aside::isComplete)
                .sorted(Comparator.reverseOrder())
                .flatMap(set -> report(set).stream())
                .toList();
    }

    /// The last one that nobody was told yet.
    Optional<Recovered> untold() {
        return all().stream()
                .filter(Recovered::isLoss)
                .filter(each -> Files.notExists(each.set().resolve(TOLD)))
                .findFirst();
    }

    void told(Recovered recovered) throws IOException {
        OwnerOnly.file(recovered.set().resolve(TOLD));
    }

    private static Optional<Recovered> report(Path set) {
        try {
            return RecoveredJson.read(set, Files.readString(set.resolve(REPORT)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static boolean isComplete(Path set) {
        return Files.exists(set.resolve(Store.FILE)) && Files.notExists(set.resolve(READY));
    }

    private Stream<Path> sets() {
        try (Stream<Path> entries = Files.list(profile.resolve(FOLDER))) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
