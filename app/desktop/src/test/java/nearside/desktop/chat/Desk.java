package nearside.desktop.chat;

import nearside.copilot.borrow.Borrowing;
import nearside.copilot.device.Speeds;
import nearside.copilot.orchestrator.Kept;
import nearside.copilot.orchestrator.ModelInUse;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Situation;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.storage.Measures;
import nearside.storage.Profile;
import nearside.storage.Settings.KvCache;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A real profile with a real orchestrator over a scripted engine.
public record Desk(Profile profile, PacedEngine engine, Orchestrator orchestrator)
        implements AutoCloseable {
    private static final Memory PLENTY = new Memory(8L << 30, 16L << 30);

    public static Desk in(Path folder) {
        return in(folder, PLENTY);
    }

    public static Desk in(Path folder, Memory memory) {
        return in(Profile.open(folder), memory, Optional.empty());
    }

    /// One that can borrow.
    public static Desk in(Profile profile, Memory memory, Optional<Borrowing> borrowing) {
        PacedEngine engine = new PacedEngine();
        ModelInUse model =
                new ModelInUse((_, _) -> {}, () -> new EngineState.Ready("starter"), () -> PLENTY);
        model.use(folder(), KvCache.AUTO);
        Orchestrator.Device device =
                new Orchestrator.Device(
                        engine,
                        model,
                        () -> memory,
                        new Speeds(new Measures(profile.folder())),
                        () -> Situation.Pace.USUAL_PATIENCE);
        Kept kept = Kept.of(profile);
        return new Desk(profile, engine, new Orchestrator(device, Optional.of(kept), borrowing));
    }

    private static ModelFolder folder() {
        return new ModelFolder(
                Path.of("starter"),
                "llama",
                Optional.empty(),
                new ModelFolder.Contents(List.of(), 100L << 20, "hash"),
                new ModelFolder.Shape(4, 3, 64, 4, 49_152, 2_048, OptionalInt.empty()),
                new ModelFolder.Names(
                        "model.onnx",
                        new ModelFolder.Inputs("", "", Optional.empty(), "", ""),
                        new ModelFolder.Outputs("", "", ""),
                        Set.of(2)));
    }

    @Override
    public void close() {
        orchestrator.close();
        profile.close();
    }
}
