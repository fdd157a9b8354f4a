package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Request;
import nearside.copilot.orchestrator.Turn;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.storage.Settings.KvCache;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The house as it is put together for a command, with a real worker.
class WiringTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Request HELLO =
            new Request.Unsaved(
                    List.of(new Prompt.Line(Role.USER, "Hello")),
                    Prompt.SpecialTokens.AS_TEXT,
                    Sampling.GREEDY,
                    4);

    @TempDir Path profile;

    private static ModelFolder tiny() {
        Path path = Path.of(System.getProperty("nearside.models"), "phi3-tiny-4k");
        return assertInstanceOf(FolderCheck.Sound.class, ModelFolder.check(path)).folder();
    }

    /// How the cache was kept for an answer that came to its end.
    private static KvPrecision answered(Orchestrator orchestrator) throws InterruptedException {
        Turn turn = orchestrator.answer(HELLO);
        Optional<KvPrecision> kv = Optional.empty();
        while (true) {
            switch (turn.next(LONG).orElseThrow()) {
                case TurnEvent.Decided(var decision, var _) ->
                        kv =
                                Optional.of(
                                        assertInstanceOf(Target.Local.class, decision.target())
                                                .kv());
                case TurnEvent.End end -> {
                    assertInstanceOf(TurnEvent.Done.class, end);
                    return kv.orElseThrow();
                }
                default -> {}
            }
        }
    }

    @Test
    void theSettingCountsUnlessTheCommandSaysMore() throws Exception {
        new SettingsFile(profile).change(old -> old.with(KvCache.INT8));
        try (Wiring wiring =
                new Wiring(Installation.of(System.getProperties()), profile, _ -> {})) {
            Orchestrator orchestrator = wiring.orchestrator(Optional.empty());
            wiring.use(tiny());
            assertEquals(KvPrecision.INT8, answered(orchestrator));
            wiring.use(tiny(), KvPrecision.FLOAT32);
            assertEquals(KvPrecision.FLOAT32, answered(orchestrator));
            wiring.keep(KvCache.INT8);
            assertEquals(KvPrecision.INT8, answered(orchestrator));
        }
    }
}
