package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;
import nearside.engine.accelerator.VerdictShelf;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// Accelerators and the real runtime, which has none.
class AcceleratorTest {
    private static final ModelFolder FOLDER = RealWorker.model("phi3-tiny-4k");

    @TempDir Path temp;

    private static Pulled ask(LocalEngine engine) {
        return Pulled.all(
                engine.answer(
                        new Prompt(
                                List.of(new Prompt.Line(Role.USER, "Hello")),
                                Prompt.Ending.NEW_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                Sampling.GREEDY,
                                4)));
    }

    @Test
    void theRuntimeTellsTheProcessorAndNothingIsTried() {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), _ -> {})) {
            engine.accelerate(TryOrder.DEFAULT, VerdictShelf.NONE);
            engine.use(FOLDER);
            assertInstanceOf(Finished.class, ask(engine).last());
            assertEquals(List.of("CPU"), engine.providers());
            assertEquals(1, engine.devices().size());
            assertEquals(Provider.CPU, engine.devices().getFirst().provider());
            assertEquals(List.of(), engine.standings(FOLDER));
        }
    }

    @Test
    void whatTheRuntimeRefusesIsPutAsideWithItsWords() {
        try (LocalEngine engine = new LocalEngine(OfferingWorker.command(temp), _ -> {})) {
            engine.accelerate(TryOrder.DEFAULT, VerdictShelf.NONE);
            engine.use(FOLDER);
            Pulled before = ask(engine);
            Standing standing = engine.standings(FOLDER).getFirst();
            assertEquals(OfferingWorker.CUDA, standing.device());
            Verdict.Refused refused =
                    assertInstanceOf(Verdict.Refused.class, standing.verdict().orElseThrow());
            assertTrue(refused.problem().contains("CUDA"), refused.problem());
            assertEquals(before.ids(), ask(engine).ids());
        }
    }
}
