package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.engine.EngineFailure;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Campaign;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.WorkerCommand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Model folders damaged by chance: each gets an answer of the catalogue in time, from the check
/// and from a real worker. A few dozen in the everyday run; a campaign by
///
/// `mvn -pl inference/worker -am test -Dtest=FolderMutationCampaign -Dnearside.seeds=1-20000
/// -Dsurefire.failIfNoSpecifiedTests=false`
///
/// Every twentieth goes through the worker as well, sound or not.
@EnabledOnOs(OS.LINUX)
class FolderMutationCampaign {
    private static final int TO_WORKER = 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// What a stack trace says of our own code. Native code may die of a graph; ours does not.
    private static final String OUR_TRACE = "/nearside.worker.";

    @TempDir Path temp;
    private Path models = Path.of("");
    private final Campaign campaign =
            Campaign.of("folder-mutations.csv", "damage,check,check_ms,worker,worker_ms", 60);

    /// Copies on the file system of the mutants, so that they can be linked to.
    @BeforeEach
    void copyModels() throws IOException {
        models = Files.createDirectory(temp.resolve("models"));
        for (String name : GoldenCase.MODELS) {
            Path target = Files.createDirectory(models.resolve(name));
            Path source = Path.of(System.getProperty("nearside.models"), name);
            try (Stream<Path> files = Files.list(source)) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void everyDamagedFolderGetsAnAnswerInTime() throws Exception {
        Path workers = Files.createDirectory(temp.resolve("workers"));
        try (LocalEngine engine = new LocalEngine(RealWorker.command(workers), state -> {})) {
            for (long seed : campaign.seeds().toArray()) {
                attempt(engine, seed);
            }
        }
    }

    private void attempt(LocalEngine engine, long seed) throws IOException {
        MutatedFolder mutant = MutatedFolder.of(seed, models, temp.resolve("mutant-" + seed));
        long start = System.nanoTime();
        FolderCheck check = ModelFolder.check(mutant.path());
        long checked = System.nanoTime();
        inTime(seed, mutant, start, checked);
        String answer = "";
        if (check instanceof FolderCheck.Sound(ModelFolder folder)) {
            folder.contents().files().forEach(file -> plainFile(mutant, file));
        }
        if (seed % TO_WORKER == 0) {
            answer = name(answer(engine, folder(check, mutant)));
            inTime(seed, mutant, checked, System.nanoTime());
        }
        String row = mutant.damage() + "," + name(check) + "," + millis(start, checked);
        campaign.row(seed, row, answer, millis(checked, System.nanoTime()));
        mutant.delete();
    }

    private static void plainFile(MutatedFolder mutant, String name) {
        Path file = mutant.path().resolve(name);
        assertEquals(mutant.path(), file.normalize().getParent(), name);
        assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), name);
    }

    /// Ten seconds of a machine that is not shared: on a busy one accordingly more.
    private static void inTime(long seed, MutatedFolder mutant, long from, long to)
            throws IOException {
        double share = Campaign.loadAverage() / Runtime.getRuntime().availableProcessors();
        long most = (long) (LONGEST.toMillis() * Math.max(1, share));
        assertTrue(
                millis(from, to) < most,
                () -> "seed " + seed + ": " + millis(from, to) + " ms, " + mutant.damage());
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }

    /// A folder that the check refuses is given to the worker all the same: it has to look itself.
    private static ModelFolder folder(FolderCheck check, MutatedFolder mutant) {
        return switch (check) {
            case FolderCheck.Sound(ModelFolder folder) -> folder;
            case FolderCheck.Flawed _ ->
                    new ModelFolder(
                            mutant.path(),
                            "llama",
                            Optional.empty(),
                            new ModelFolder.Contents(List.of(), 0, ""),
                            new ModelFolder.Shape(1, 1, 1, 4, 1, 1, OptionalInt.empty()),
                            new ModelFolder.Names(
                                    "model.onnx",
                                    new ModelFolder.Inputs("a", "b", Optional.empty(), "c", "d"),
                                    new ModelFolder.Outputs("e", "f", "g"),
                                    Set.of()));
        };
    }

    private static ReplyEvent answer(LocalEngine engine, ModelFolder folder) {
        engine.use(folder);
        ReplyEvent last = Pulled.all(engine.answer(hello())).last();
        if (last instanceof Failed(EngineFailure.WorkerDied _)) {
            assertTrue(
                    engine.lastWords().stream().noneMatch(line -> line.contains(OUR_TRACE)),
                    () -> "a bug of the worker: " + String.join("\n", engine.lastWords()));
        }
        return last;
    }

    private static Prompt hello() {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "Hello")),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                1);
    }

    private static String name(FolderCheck check) {
        return switch (check) {
            case FolderCheck.Sound _ -> "Sound";
            case FolderCheck.Flawed(var flaw) -> flaw.getClass().getSimpleName();
        };
    }

    private static String name(ReplyEvent last) {
        return switch (last) {
            case Failed(var failure) -> failure.getClass().getSimpleName();
            case Finished _ -> "Finished";
            default -> throw new AssertionError(last);
        };
    }

    /// Watched by strace(1): the worker opens files of the folder, but none of the one beside it,
    /// which links and locations point to. The control is the check of a sound folder, whose graph
    /// is seen to be opened.
    @Test
    void noFileOutsideTheFolderIsOpened() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "no strace here");
        Path trace = temp.resolve("trace");
        WorkerCommand real = RealWorker.command(Files.createDirectory(temp.resolve("traced")));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "/usr/bin/strace",
                                "-f",
                                "-qq",
                                "-A",
                                "-o",
                                trace.toString(),
                                "-e",
                                "trace=open,openat,openat2"));
        command.addAll(real.command());
        try (LocalEngine engine =
                new LocalEngine(new WorkerCommand(command, real.temp()), state -> {})) {
            for (long seed : campaign.seeds().filter(it -> it % 15 == 0).limit(100).toArray()) {
                MutatedFolder mutant =
                        MutatedFolder.of(seed, models, temp.resolve("mutant-" + seed));
                answer(engine, folder(ModelFolder.check(mutant.path()), mutant));
                mutant.delete();
            }
        }
        List<String> opened = Files.readAllLines(trace);
        assertTrue(opened.stream().anyMatch(line -> line.contains("/model/")), "nothing was seen");
        assertEquals(
                List.of(),
                opened.stream()
                        .filter(line -> line.contains("outside") || line.contains("passwd."))
                        .toList());
    }
}
