package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Child;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// Processes that work on a profile are killed at random moments, several in a row on each profile:
/// nothing that was answered is lost, nothing is there twice, nothing is damaged, and what a backup
/// was made of comes back when the database itself is gone. Twelve kills in the everyday run; ten
/// thousand by
///
/// `mvn -pl storage -am test -Dtest=KillCampaign -Dnearside.seeds=1-2000
/// -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledOnOs(OS.LINUX)
class KillCampaign {
    /// What the seeds do by turns; less of what takes longer.
    private static final List<Kind> TURNS =
            List.of(
                    Kind.CHAT,
                    Kind.BACKUP,
                    Kind.IMPORT,
                    Kind.MIGRATION,
                    Kind.SETTINGS,
                    Kind.VAULT,
                    Kind.CHAT,
                    Kind.BACKUP,
                    Kind.IMPORT,
                    Kind.CHAT);

    /// On each profile.
    private static final int KILLS = Seeds.asked() ? 5 : 2;

    private static final int CALLS = 100_000;
    private static final int TEXTS = 10_000;
    private static final int LATEST_LINE = 140;
    private static final int LATEST_MICROS = 3_000;
    private static final int OPENING_MICROS = 120_000;

    private final Seeds seeds = Seeds.of("kills.csv", "work,kills,answers,lost,doubled,corrupt", 6);

    /// What a seed came to.
    private record Tally(int kills, int answers, List<Verdict> broken) {
        int count(Verdict.Kind kind) {
            return (int) broken.stream().filter(it -> it.kind() == kind).count();
        }
    }

    @Test
    void nothingThatWasAnsweredIsLost() throws Exception {
        int answers = 0;
        int kills = 0;
        for (long seed : seeds.all().toArray()) {
            Kind kind = TURNS.get(Math.floorMod(seed - 1, TURNS.size()));
            Tally tally = killed(kind, seed);
            seeds.row(
                    seed,
                    kind,
                    tally.kills(),
                    tally.answers(),
                    tally.count(Verdict.Kind.LOST),
                    tally.count(Verdict.Kind.DOUBLED),
                    tally.count(Verdict.Kind.CORRUPT));
            assertEquals(List.of(), tally.broken(), "seed " + seed + " " + kind);
            answers += tally.answers();
            kills += tally.kills();
        }
        assertTrue(answers >= 10 * kills, answers + " answers in " + kills + " kills");
    }

    private static Tally killed(Kind kind, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (Scratch scratch = Scratch.make()) {
            Path folder = scratch.folder();
            Book book = kind.prepare(folder);
            int answers = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Heard heard = killedOnce(folder, kind, random, book, 10_000 + kill * TEXTS);
                answers += heard.answers();
                Verdict verdict = Judge.of(folder, heard);
                if (!verdict.kept()) {
                    return new Tally(kill + 1, answers, List.of(verdict));
                }
                book = verdict.book();
            }
            List<String> unkept = kind == Kind.BACKUP ? withoutDatabase(folder, book) : List.of();
            if (!unkept.isEmpty()) {
                Verdict lost = new Verdict(Verdict.Kind.LOST, book, "not in backups " + unkept);
                return new Tally(KILLS, answers, List.of(lost));
            }
            return new Tally(KILLS, answers, List.of());
        }
    }

    /// What the backups do not bring back.
    private static List<String> withoutDatabase(Path folder, Book book) throws IOException {
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("nearside.db" + end));
        }
        return Kept.missing(folder, book);
    }

    private static Heard killedOnce(
            Path folder, Kind kind, SplittableRandom random, Book book, int firstText)
            throws IOException, InterruptedException {
        try (Child child =
                Child.start(
                        Session.class,
                        folder,
                        random.nextLong(),
                        kind,
                        book.words(),
                        firstText,
                        CALLS,
                        1)) {
            boolean opening = random.nextInt(5) == 0;
            Heard heard =
                    heard(child, Heard.nothing(book), opening ? 1 : random.nextInt(LATEST_LINE));
            int micros = random.nextInt(opening ? OPENING_MICROS : LATEST_MICROS);
            assertTrue(!child.process().waitFor(micros, TimeUnit.MICROSECONDS), "it ended");
            return heard.all(child.kill());
        }
    }

    private static Heard heard(Child child, Heard before, int lines) throws IOException {
        Heard heard = before;
        for (int line = 0; line < lines; line++) {
            Optional<String> told = child.line();
            heard = heard.and(told.orElseThrow(() -> new AssertionError("the session ended")));
        }
        return heard;
    }
}
