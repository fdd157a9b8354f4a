package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Child;
import nearside.storage.Profile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Many starts at once on one profile, from several processes with many threads each: never more
/// than one owner, somebody always, and the profile of an owner that was killed is free at once.
/// Two rounds in the everyday run; a thousand starts in each of more rounds by
///
/// `mvn -pl storage -am test -Dtest=StartsCampaign -Dnearside.seeds=1-20
/// -Dsurefire.failIfNoSpecifiedTests=false`
class StartsCampaign {
    private static final int FEW_PROCESSES = 4;
    private static final int MANY_PROCESSES = 25;
    private static final int THREADS = 40;

    private final Seeds seeds =
            Seeds.of("starts.csv", "starts,owned,refused,shared,killed_owners_recovered", 2);

    /// What all starts of a round came to.
    private record Outcome(int owned, int refused, int shared) {
        Outcome and(String line) {
            String[] words = line.split(" ", -1);
            return new Outcome(
                    owned + Integer.parseInt(words[1]),
                    refused + Integer.parseInt(words[2]),
                    shared + Integer.parseInt(words[3]));
        }
    }

    @Test
    void thereIsOneOwnerAtATime() throws Exception {
        int processes = Seeds.asked() ? MANY_PROCESSES : FEW_PROCESSES;
        for (long seed : seeds.all().toArray()) {
            try (Scratch scratch = Scratch.make()) {
                Path folder = Files.createDirectory(scratch.folder().resolve("profile"));
                boolean recovered = killedOwnerIsFollowed(folder, new SplittableRandom(seed));
                Outcome outcome = raced(folder, processes);
                seeds.row(
                        seed,
                        processes * THREADS,
                        outcome.owned(),
                        outcome.refused(),
                        outcome.shared(),
                        recovered);
                String what = "seed " + seed + " " + outcome;
                assertEquals(0, outcome.shared(), what);
                assertEquals(processes * THREADS, outcome.owned() + outcome.refused(), what);
                assertTrue(outcome.owned() >= 1 && recovered, what);
            }
        }
    }

    /// Starts that take no lock meet each other.
    @Test
    void startsWithoutALockAreFoundOut() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Path folder = Files.createDirectory(scratch.folder().resolve("profile"));
            assertTrue(raced(folder, FEW_PROCESSES, StartsChild.LOOSE).shared() > 0);
        }
    }

    private static Outcome raced(Path folder, int processes, String... more)
            throws IOException, InterruptedException {
        List<Child> children = new ArrayList<>();
        try {
            for (int each = 0; each < processes; each++) {
                children.add(started(folder, THREADS, more));
            }
            for (Child child : children) {
                assertEquals(StartsChild.READY, child.line().orElseThrow());
            }
            for (Child child : children) {
                say(child, "go");
            }
            Outcome all = new Outcome(0, 0, 0);
            for (Child child : children) {
                all = all.and(child.line().orElseThrow());
            }
            return all;
        } finally {
            children.forEach(Child::close);
        }
    }

    /// An owner is killed in the middle; its lock, and the mark of another one that died long ago,
    /// keep nobody out.
    private static boolean killedOwnerIsFollowed(Path folder, SplittableRandom random)
            throws Exception {
        try (Child child = started(folder, 1 + random.nextInt(8))) {
            assertEquals(StartsChild.READY, child.line().orElseThrow());
            say(child, StartsChild.HOLD);
            assertEquals(StartsChild.HELD, child.line().orElseThrow());
            assertEquals(0, raced(folder, 1).owned(), "held by another process");
            child.kill();
        }
        assertTrue(Files.exists(folder.resolve("lock")), "a lock is left behind");
        try (Profile profile = Profile.open(folder)) {
            return profile.recovered().isEmpty();
        }
    }

    private static Child started(Path folder, int threads, String... more) throws IOException {
        return Child.start(
                StartsChild.class,
                Stream.concat(Stream.of(folder, threads), Stream.of(more)).toArray());
    }

    private static void say(Child child, String line) throws IOException {
        child.process().outputWriter().write(line + "\n");
        child.process().outputWriter().flush();
    }
}
