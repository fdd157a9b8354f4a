package nearside.storage.campaign;

import nearside.storage.Child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A whole session with every write that it made, from which the power can be taken at any point.
///
/// @param start what the profile holds before the session
/// @param first the files as they are before the session
record Recording(Book start, Path first, List<Deed> deeds, List<Heard> heard) {
    private static final int CALLS = 14;
    private static final int OPENINGS = 4;

    static Recording of(Kind kind, long seed, Synchronous synchronous, Path scratch)
            throws IOException, SQLException, InterruptedException {
        Path profile = Files.createDirectories(scratch.resolve("recorded"));
        Path first = Files.createDirectories(scratch.resolve("first"));
        Path log = scratch.resolve("trace");
        Book start = kind.prepare(first);
        kind.prepare(profile);
        try (Child child =
                Child.start(
                        Trace.command(log),
                        synchronous.classPath(scratch.resolve("changed")),
                        Session.class,
                        profile,
                        seed,
                        kind,
                        0,
                        10_000,
                        CALLS,
                        OPENINGS)) {
            while (child.line().isPresent()) {}
            if (child.process().waitFor() != 0) {
                throw new IllegalStateException("the session failed");
            }
        }
        List<Deed> deeds = Trace.of(profile, Files.readAllLines(log));
        return new Recording(start, first, deeds, heard(start, deeds));
    }

    /// What was heard before each deed, and at the end.
    private static List<Heard> heard(Book start, List<Deed> deeds) {
        List<Heard> heard = new ArrayList<>(List.of(Heard.nothing(start)));
        for (Deed deed : deeds) {
            Heard last = heard.getLast();
            heard.add(deed instanceof Deed.Tell(String line) ? last.and(line) : last);
        }
        return heard;
    }

    /// The power goes at a random point: puts what the disk has then into an empty folder, and says
    /// what was told by then.
    Heard cut(Path folder, SplittableRandom random) throws IOException {
        int at = random.nextInt(deeds.size() + 1);
        Fate[] fates = Fate.values();
        Disk disk = Disk.of(first);
        deeds.subList(0, at).forEach(disk::add);
        disk.cut(folder, fates[random.nextInt(fates.length)], random);
        return heard.get(at);
    }

    int answers() {
        return heard.getLast().answers();
    }
}
