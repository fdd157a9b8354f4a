package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.storage.Profile;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A session goes on until its disk is full, on disks that end at many different places: nothing
/// that was answered is lost, all of it can be read while the disk is full, and the same open
/// profile writes again when there is room. Eight sizes in the everyday run; more by
///
/// `mvn -pl storage -am test -Dtest=FullDiskCampaign -Dnearside.seeds=1-64
/// -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledOnOs(OS.LINUX)
class FullDiskCampaign {
    private static final long ROOM = 16 << 20;
    private static final int STEP_BYTES = 24_617;
    private static final int MOST_CALLS = 100_000;
    private static final int CALLS_AFTER = 20;

    private final Seeds seeds =
            Seeds.of(
                    "full-disks.csv",
                    "left_bytes,answers,refusals,read,resumed_seconds,verdict",
                    8);

    /// A session up to the full disk and behind it.
    ///
    /// @param refusals what the full disk answered
    /// @param same whether all could be read while it was full
    private record Filled(
            Heard heard, List<StorageFailure> refusals, boolean same, double resumedSeconds) {}

    @BeforeEach
    void disksCanBeMade() throws Exception {
        assumeTrue(SmallDisk.canBe(), "only root on Linux can mount a small disk");
    }

    @Test
    void aFullDiskLosesNothingAndIsLeftByItself() throws Exception {
        for (long seed : seeds.all().toArray()) {
            long left = seed * STEP_BYTES;
            try (SmallDisk disk = SmallDisk.of(ROOM)) {
                Path folder = Files.createDirectory(disk.folder().resolve("profile"));
                Filled filled = filled(disk, folder, seed, left);
                Verdict verdict = Judge.of(folder, filled.heard());
                seeds.row(
                        seed,
                        left,
                        filled.heard().answers(),
                        filled.refusals().size(),
                        filled.same() ? "all" : "other",
                        filled.resumedSeconds(),
                        verdict.kind());
                String what = "seed " + seed + " " + filled.refusals() + " " + verdict;
                assertTrue(verdict.kept(), what);
                assertTrue(filled.same(), what);
                assertTrue(filled.heard().answers() > CALLS_AFTER, what);
                assertTrue(
                        filled.refusals().stream()
                                .allMatch(StorageFailure.DiskFull.class::isInstance),
                        what);
            }
        }
    }

    /// A file that loses its end shows in the verdict.
    @Test
    void aLostEndIsFoundOut() throws Exception {
        try (SmallDisk disk = SmallDisk.of(ROOM)) {
            Path folder = Files.createDirectory(disk.folder().resolve("profile"));
            Filled filled = filled(disk, folder, 1, STEP_BYTES);
            Heard more = filled.heard().and(Heard.before(new Step.Choose(7))).and(Heard.after(""));
            assertEquals(Verdict.Kind.LOST, Judge.of(folder, more).kind());
        }
    }

    private static Filled filled(SmallDisk disk, Path folder, long seed, long left)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Heard heard = Heard.nothing(Book.EMPTY);
        List<StorageFailure> refusals = new ArrayList<>();
        int text = 10_000;
        try (Profile profile = Profile.open(folder)) {
            Hand hand = new Hand(profile);
            Path filler = disk.fill(left);
            Step step = new TurnWork().next(heard.book(), random, text++);
            heard = heard.and(Heard.before(step));
            Optional<String> told = tried(hand, step, refusals);
            for (int calls = 0; told.isPresent() && calls < MOST_CALLS; calls++) {
                heard = heard.and(Heard.after(told.get()));
                step = new TurnWork().next(heard.book(), random, text++);
                heard = heard.and(Heard.before(step));
                told = tried(hand, step, refusals);
            }
            boolean same = isRead(profile, heard.book(), step);
            Files.delete(filler);
            long since = System.nanoTime();
            heard = heard.and(Heard.after(hand.make(step)));
            double resumed = (System.nanoTime() - since) / 1e9;
            for (int calls = 0; calls < CALLS_AFTER; calls++) {
                step = new TurnWork().next(heard.book(), random, text++);
                heard = heard.and(Heard.before(step));
                heard = heard.and(Heard.after(hand.make(step)));
            }
            return new Filled(heard, refusals, same, resumed);
        }
    }

    /// Of a removal for good that was refused the key may be gone already: its conversation counts
    /// neither as there nor as gone.
    private static boolean isRead(Profile profile, Book book, Step refused) throws IOException {
        Book found = Found.in(profile, book);
        return refused instanceof Step.Remove(String id)
                ? found.without(id).equals(book.without(id).shown())
                : found.equals(book.shown());
    }

    /// A person tries once more while there is no room.
    private static Optional<String> tried(Hand hand, Step step, List<StorageFailure> refusals)
            throws IOException {
        for (int tries = 0; tries < 2; tries++) {
            try {
                return Optional.of(hand.make(step));
            } catch (StorageException refused) {
                refusals.add(refused.failure());
            }
        }
        return Optional.empty();
    }
}
