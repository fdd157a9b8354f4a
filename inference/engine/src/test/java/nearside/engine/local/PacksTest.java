package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.engine.EngineFailure;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.ScriptedWorker.Manner;
import nearside.engine.pack.Pack;
import nearside.engine.pack.PackFinding;
import nearside.engine.pack.PackFlaw;
import nearside.engine.pack.PackFolder;
import nearside.engine.pack.PackLook;
import nearside.engine.pack.PackStanding;
import nearside.engine.pack.RuntimeNow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;

/// Whatever a pack does to the worker, the question is answered.
@DisabledOnOs(OS.WINDOWS) // signals
class PacksTest {
    private static final ModelFolder FOLDER = AcceleratorsTest.model("phi3-tiny-4k");

    /// The signal reaches the JVM, which then aborts.
    private static final Verdict CRASHED = new Verdict.Died(134);

    private static final String ON_CPU = "ppp";
    private static final String ON_CUDA = "ccc";

    @TempDir Path temp;
    private final KeptVerdicts shelf = new KeptVerdicts();

    /// @param manner what a worker with it does
    private Pack pack(String name, String manner) throws IOException {
        Path folder = PackFolder.of(temp.resolve(name), PackFolder.CUDA_ON_LINUX);
        Files.writeString(folder.resolve("libonnxruntime.so"), manner);
        return found(folder);
    }

    private static Pack found(Path folder) {
        return assertInstanceOf(PackFinding.Usable.class, new PackLook("Linux").of(folder)).pack();
    }

    private LocalEngine engine(TryOrder order, Manner manner, Pack... packs) {
        LocalEngine engine = new LocalEngine(ScriptedWorker.command(temp, manner), _ -> {});
        List<PackFinding> found =
                List.of(packs).stream().<PackFinding>map(PackFinding.Usable::new).toList();
        engine.accelerate(order, shelf, found);
        engine.use(FOLDER);
        return engine;
    }

    private LocalEngine engine(Pack... packs) {
        return engine(TryOrder.DEFAULT, Manner.BY_PACK, packs);
    }

    private static Pulled ask(LocalEngine engine) {
        return Pulled.all(
                engine.answer(
                        new Prompt(
                                List.of(new Prompt.Line(Role.USER, "Hello")),
                                Prompt.Ending.NEW_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                Sampling.GREEDY,
                                3)));
    }

    private int count(String line) throws IOException {
        return Collections.frequency(ScriptedWorker.told(temp), line);
    }

    private static List<PackStanding> standings(LocalEngine engine) {
        return engine.runtime().packs();
    }

    @Test
    void aPackBringsTheAcceleratorThatIsTriedWithItAndTaken() throws IOException {
        Pack pack = pack("cuda", "works");
        try (LocalEngine engine = engine(pack)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertInstanceOf(
                    Verdict.Faster.class,
                    engine.standings(FOLDER).getFirst().verdict().orElseThrow());
            assertEquals(ON_CUDA, ask(engine).text());
            assertEquals(
                    new RuntimeNow(
                            "1.29.0",
                            List.of("CPU", "CUDA"),
                            List.of(new PackStanding.InUse(pack))),
                    engine.runtime());
        }
        assertEquals(0, count("start"));
    }

    @Test
    void withoutAPackTheProgramsOwnRuntimeRuns() throws IOException {
        try (LocalEngine engine = engine()) {
            assertEquals(new RuntimeNow("", List.of(), List.of()), engine.runtime());
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(new RuntimeNow("1.29.0", List.of("CPU"), List.of()), engine.runtime());
        }
        assertEquals(1, count("start"));
    }

    private void isPutAside(Verdict verdict, Pack pack, LocalEngine engine) {
        assertEquals(ON_CPU, ask(engine).text());
        assertEquals(
                new RuntimeNow(
                        "1.29.0",
                        List.of("CPU"),
                        List.of(new PackStanding.PutAside(pack, verdict))),
                engine.runtime());
    }

    private void isPutAsideAndNeverStartedAgain(Verdict verdict, String manner) throws IOException {
        Pack pack = pack("cuda", manner);
        try (LocalEngine engine = engine(pack)) {
            isPutAside(verdict, pack, engine);
        }
        try (LocalEngine again = engine(pack)) {
            isPutAside(verdict, pack, again);
        }
        assertEquals(1, count("start " + manner));
        assertEquals(2, count("start"));
        assertEquals(List.of(verdict), shelf.all());
    }

    @Test
    void oneThatTheSystemRefusesIsPutAsideWithItsWords() throws IOException {
        isPutAsideAndNeverStartedAgain(new Verdict.Refused("file too short"), "refused");
    }

    @Test
    void oneThatTakesTheProcessWithItIsPutAside() throws IOException {
        isPutAsideAndNeverStartedAgain(CRASHED, "crashed");
    }

    @Test
    void oneOfAnotherVersionIsPutAside() throws IOException {
        isPutAsideAndNeverStartedAgain(
                new Verdict.OtherVersion("1.28.0", PackLook.VERSION), "older");
    }

    @Test
    void oneWhoseBindingAloneIsOfOurVersionIsPutAside() throws IOException {
        isPutAsideAndNeverStartedAgain(
                new Verdict.OtherVersion("1.28.1", PackLook.VERSION), "older-inside");
    }

    @Test
    void oneThatWasBuiltWithoutItsAcceleratorIsPutAside() throws IOException {
        isPutAsideAndNeverStartedAgain(new Verdict.NotBuilt("CPU"), "plain");
    }

    /// The program's own runtime opens what it could not.
    @Test
    void oneThatOpensNoModelIsPutAside() throws IOException {
        isPutAsideAndNeverStartedAgain(new Verdict.Refused("no kernel"), "refused-open");
    }

    @Test
    void oneThatDiesOfAModelIsPutAside() throws IOException {
        isPutAsideAndNeverStartedAgain(CRASHED, "crashed-open");
    }

    @Test
    void aModelThatOpensNowhereIsNotThePacksFault() throws IOException {
        Pack pack = pack("cuda", "works");
        try (LocalEngine engine = engine(TryOrder.DEFAULT, Manner.REFUSES_ALL, pack)) {
            ReplyEvent.Failed failed =
                    assertInstanceOf(ReplyEvent.Failed.class, ask(engine).last());
            assertInstanceOf(EngineFailure.RuntimeRefused.class, failed.failure());
            assertEquals(List.of(new PackStanding.NotUsed(pack)), standings(engine));
            assertEquals(List.of(), shelf.all());
        }
    }

    @Test
    void oneThatIsKilledIsNotToBlameAndLeftUntilTheNextStart() throws IOException {
        Pack pack = pack("cuda", "killed");
        try (LocalEngine engine = engine(pack)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(List.of(new PackStanding.LeftAlone(pack)), standings(engine));
        }
        assertEquals(List.of(), shelf.all());
    }

    @Test
    void oneThatDiesInAReplyOfTheProcessorIsLeftAndTheNextIsAnswered() throws IOException {
        Pack pack = pack("cuda", "crashed-later");
        try (LocalEngine engine = engine(pack)) {
            assertInstanceOf(ReplyEvent.Failed.class, ask(engine).last());
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(List.of(new PackStanding.LeftAlone(pack)), standings(engine));
        }
        assertEquals(List.of(), shelf.all());
    }

    @Test
    void afterABadPackTheNextComesThenTheProgramsOwn() throws IOException {
        Pack first = pack("a", "refused");
        Pack second = pack("b", "crashed");
        Pack third = pack("c", "works");
        try (LocalEngine engine = engine(first, second, third)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(
                    List.of(
                            new PackStanding.PutAside(first, new Verdict.Refused("file too short")),
                            new PackStanding.PutAside(second, CRASHED),
                            new PackStanding.InUse(third)),
                    standings(engine));
        }
        assertEquals(0, count("start"));
    }

    @Test
    void anExchangedPackIsTriedAnew() throws IOException {
        Pack pack = pack("cuda", "refused");
        try (LocalEngine engine = engine(pack)) {
            isPutAside(new Verdict.Refused("file too short"), pack, engine);
        }
        Pack mended = pack("cuda", "works");
        try (LocalEngine engine = engine(mended)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(List.of(new PackStanding.InUse(mended)), standings(engine));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "directml", "cpu cuda"})
    void whatTheOrderLeavesOutIsNotStarted(String order) throws IOException {
        Pack pack = pack("cuda", "works");
        TryOrder words = TryOrder.of(List.of(order.split(" ", -1)));
        try (LocalEngine engine = engine(words, Manner.BY_PACK, pack)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(List.of(new PackStanding.NotUsed(pack)), standings(engine));
        }
        assertEquals(0, count("start works"));
    }

    @Test
    void whatIsUnusableIsToldAndNotStarted() throws IOException {
        PackFlaw flaw = new PackFlaw.NoAccelerator();
        try (LocalEngine engine =
                new LocalEngine(ScriptedWorker.command(temp, Manner.BY_PACK), _ -> {})) {
            engine.accelerate(
                    TryOrder.DEFAULT, shelf, List.of(new PackFinding.Unusable(temp, flaw)));
            engine.use(FOLDER);
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(List.of(new PackStanding.Flawed(temp, flaw)), standings(engine));
        }
        assertEquals(1, count("start"));
    }

    /// Of the same version, and yet another build: what one was found to be is not the other's.
    @Test
    void aVerdictOnAnAcceleratorHoldsForTheBuildThatItWasTriedWith() throws IOException {
        Pack first = pack("cuda", "works");
        try (LocalEngine engine = engine(first)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(1, engine.standings(FOLDER).size());
        }
        int tried = count("open cuda");
        Path provider = first.folder().resolve("libonnxruntime_providers_cuda.so");
        Files.setLastModifiedTime(provider, FileTime.fromMillis(1));
        try (LocalEngine engine = engine(found(first.folder()))) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(1, engine.standings(FOLDER).size());
        }
        assertEquals(2 * tried, count("open cuda"));
    }
}
