package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every system call by which a session of fifty messages changes its profile is made to fail in
/// every way, once or until it is cleared: what was answered is there, nothing else is, and the
/// same process goes on as soon as it can. A few faults in the everyday run; all of them by
///
/// `mvn -pl storage -am test -Dtest=FaultCampaign -Dnearside.seeds=1-20000
/// -Dsurefire.failIfNoSpecifiedTests=false`
///
/// Calls are counted in each thread by itself, as strace does: a fault that happens once happens
/// once in each thread that comes so far.
@EnabledOnOs(OS.LINUX)
class FaultCampaign {
    /// Leads through all faults of a session in another order, once through each.
    private static final long STRIDE = 7_919;

    private final Seeds seeds =
            Seeds.of(
                    "faults.csv",
                    "call,number,of,way,span,happened,failures,reads,refused_reads,verdict",
                    5);

    @BeforeEach
    void straceMayAttach() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/strace"))
                        && Files.isExecutable(Path.of("/usr/bin/prlimit")),
                "strace and prlimit are not installed here");
        Process asleep = new ProcessBuilder("sleep", "60").start();
        Path log = Files.createTempFile("nearside-fault", ".log");
        try {
            Tracer.watch(asleep.pid(), log).close();
        } catch (IOException refused) {
            assumeTrue(false, "strace may not attach here: " + refused.getMessage());
        } finally {
            asleep.destroy();
            Files.delete(log);
        }
    }

    @Test
    void whatWasAnsweredIsThereAndTheWorkGoesOn() throws Exception {
        long disturbed = 0;
        try (Scratch scratch = Scratch.make()) {
            Watched watched = FaultRun.watched(scratch.folder());
            List<Fault> faults = watched.faults();
            assertTrue(faults.size() > 1_000, watched.toString());
            for (long seed : seeds.all().takeWhile(it -> it <= faults.size()).toArray()) {
                Fault fault = faults.get(Math.floorMod(seed * STRIDE, faults.size()));
                FaultRun run = tried(fault, watched, seed);
                disturbed += run.happened() ? 1 : 0;
            }
            assertTrue(disturbed > 0, "no call failed");
        }
    }

    private FaultRun tried(Fault fault, Watched watched, long seed) throws Exception {
        try (Scratch scratch = Scratch.make()) {
            FaultRun run = FaultRun.of(scratch.folder(), fault, watched);
            Verdict verdict = Judge.of(scratch.folder(), run.heard());
            seeds.row(
                    seed,
                    fault.call(),
                    fault.number(),
                    watched.timesOf(fault.call()),
                    fault.way(),
                    fault.span(),
                    run.happened(),
                    run.failures().size(),
                    run.reads().size(),
                    run.reads().stream().filter(it -> !it.equals("same")).count(),
                    run.whole() ? verdict.kind() : "STUCK");
            String what = "seed " + seed + " " + fault + " " + run.failures() + run.reads();
            assertTrue(verdict.kept(), what + " " + verdict);
            assertTrue(run.whole(), what);
            assertTrue(!run.reads().contains("other"), what);
            return run;
        }
    }

    /// A session that takes failures for answers is found out. Not each failure can be taken for
    /// one: a question that failed has no ids.
    @Test
    void falseAnswersAreFoundOut() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Watched watched = FaultRun.watched(scratch.folder());
            boolean lost = false;
            for (int number = 70; !lost && number < 120; number += 10) {
                lost = careless(watched, number) == Verdict.Kind.LOST;
            }
            assertTrue(lost, "a careless session lost nothing");
        }
    }

    private static Verdict.Kind careless(Watched watched, int number) throws Exception {
        Fault fault = new Fault("pwrite64", number, Fault.Way.ENOSPC, Fault.Span.ONCE);
        try (Scratch profile = Scratch.make()) {
            FaultRun run = FaultRun.of(profile.folder(), fault, watched, StubbornSession.CARELESS);
            return Judge.of(profile.folder(), run.heard()).kind();
        }
    }
}
