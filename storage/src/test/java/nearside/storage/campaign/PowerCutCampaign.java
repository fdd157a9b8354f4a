package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// The power goes while a session writes: every system call of real sessions was recorded, and the
/// disk is put together as it may be after a cut at any of them, see [Disk]. Each such profile
/// opens, and holds all that was answered before the cut. Two sessions with a hundred states each
/// in the everyday run; two hundred thousand states by
///
/// `mvn -pl storage -am test -Dtest=PowerCutCampaign -Dnearside.seeds=1-450
/// -Dsurefire.failIfNoSpecifiedTests=false`
///
/// The same states made of sessions that force less must be bad, or the replay would show nothing.
@EnabledOnOs(OS.LINUX)
class PowerCutCampaign {
    private static final int FEW = 100;
    private static final int MANY = 500;

    /// Each look at a profile that words open takes a second.
    private static final int SLOW = 10;

    private final Seeds seeds =
            Seeds.of("power-cuts.csv", "work,deeds,answers,states,lost,doubled,corrupt", 2);

    @BeforeEach
    void straceIsThere() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/strace"))
                        && new ProcessBuilder("strace", "-f", "--seccomp-bpf", "true")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor(10, TimeUnit.SECONDS),
                "strace is not installed here");
    }

    @Test
    void noStateLosesWhatWasAnswered() throws Exception {
        for (long seed : seeds.all().toArray()) {
            try (Scratch scratch = Scratch.make()) {
                Kind kind = Kind.of(seed);
                int states = (Seeds.asked() ? MANY : FEW) / (kind == Kind.VAULT ? SLOW : 1);
                Recording recording = Recording.of(kind, seed, Synchronous.FULL, scratch.folder());
                Map<Verdict.Kind, Integer> verdicts = verdicts(recording, seed, states);
                seeds.row(
                        seed,
                        kind,
                        recording.deeds().size(),
                        recording.answers(),
                        states,
                        verdicts.getOrDefault(Verdict.Kind.LOST, 0),
                        verdicts.getOrDefault(Verdict.Kind.DOUBLED, 0),
                        verdicts.getOrDefault(Verdict.Kind.CORRUPT, 0));
                assertEquals(states, verdicts.getOrDefault(Verdict.Kind.KEPT, 0), "seed " + seed);
                assertTrue(recording.answers() >= 50, "too little was done");
            }
        }
    }

    @Test
    void forcingOnlyAtCheckpointsLosesWhatWasAnswered() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Recording recording = Recording.of(Kind.CHAT, 1, Synchronous.NORMAL, scratch.folder());
            Map<Verdict.Kind, Integer> verdicts = verdicts(recording, 1, FEW);
            int lost = verdicts.getOrDefault(Verdict.Kind.LOST, 0);
            int corrupt = verdicts.getOrDefault(Verdict.Kind.CORRUPT, 0);
            assertTrue(lost > 0 && lost + corrupt > FEW / 10, verdicts.toString());
        }
    }

    @Test
    void forcingNothingCorrupts() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Recording recording = Recording.of(Kind.CHAT, 1, Synchronous.OFF, scratch.folder());
            Map<Verdict.Kind, Integer> verdicts = verdicts(recording, 1, FEW);
            assertTrue(
                    verdicts.getOrDefault(Verdict.Kind.CORRUPT, 0) > FEW / 10, verdicts.toString());
        }
    }

    private static Map<Verdict.Kind, Integer> verdicts(Recording recording, long seed, int states)
            throws Exception {
        Map<Verdict.Kind, Integer> verdicts = new EnumMap<>(Verdict.Kind.class);
        SplittableRandom random = new SplittableRandom(seed);
        try (Scratch scratch = Scratch.make()) {
            for (int state = 0; state < states; state++) {
                Verdict verdict =
                        Judge.of(scratch.folder(), recording.cut(scratch.folder(), random));
                verdicts.merge(verdict.kind(), 1, Integer::sum);
                if (!verdict.kept() && Boolean.getBoolean("nearside.show")) {
                    System.out.println("state " + state + " " + verdict);
                }
                scratch.empty();
            }
        }
        return verdicts;
    }
}
