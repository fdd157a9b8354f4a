package nearside.copilot.orchestrator;

import nearside.cloud.FarModel;
import nearside.cloud.outbound.Key;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Borrowing;
import nearside.copilot.borrow.Door;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.borrow.Price;
import nearside.copilot.borrow.Rules;
import nearside.copilot.borrow.Spending;
import nearside.copilot.device.DeviceWatch;
import nearside.copilot.device.Footprints;
import nearside.copilot.device.Speeds;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.local.Spare;
import nearside.engine.memory.Memory;
import nearside.farside.FarSide;
import nearside.storage.Measures;
import nearside.storage.Message;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.Settings.KvCache;
import nearside.storage.Settings.Relief;
import nearside.storage.policy.Policy;
import nearside.twologs.TwoLogs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A profile, an engine that follows a script, and far sides on the loopback: all that a turn
/// needs.
final class House implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(20);
    static final Memory PLENTY = new Memory(12L << 30, 16L << 30);
    static final Memory NONE = new Memory(1, 1 << 30);
    static final String SECRET = "key-of-the-tests";

    static final ModelFolder FOLDER =
            new ModelFolder(
                    Path.of("tiny"),
                    "llama",
                    Optional.empty(),
                    new ModelFolder.Contents(List.of(), 1 << 20, "hash"),
                    new ModelFolder.Shape(2, 2, 16, 4, 100, 64, OptionalInt.empty()),
                    new ModelFolder.Names(
                            "model.onnx",
                            new ModelFolder.Inputs("i", "m", Optional.empty(), "k", "v"),
                            new ModelFolder.Outputs("l", "k", "v"),
                            Set.of(2)));

    private static final Limits SHORT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(10));

    final Profile profile;
    volatile Memory memory = PLENTY;
    Price price = new Price(new BigDecimal("2"), new BigDecimal("8"), LocalDate.of(2026, 11, 1));
    EngineState state = new EngineState.Ready("tiny");
    Duration patience = Situation.Pace.USUAL_PATIENCE;
    Settings.Borrowing chosen = Settings.DEFAULT.borrowing();
    Policy policy = Policy.OPEN;
    ModelFolder model = FOLDER;
    List<ModelFolder> others = List.of();
    Spare spare = Spare.NONE;
    Set<Relief> never = Set.of();
    final List<ModelFolder> taken = new ArrayList<>();
    private final Path folder;
    private final List<Lender> lenders = new ArrayList<>();
    private final List<FarSide> farSides = new ArrayList<>();
    private final Door door;
    private final Speeds speeds;

    House(Path folder) throws IOException {
        this.folder = folder;
        profile = Profile.open(folder);
        door = Door.by(Route.SYSTEM, SHORT, profile.ledger(), () -> new Rules(chosen, policy));
        speeds = new Speeds(new Measures(this.folder));
    }

    /// The tiny model with so many bytes of weights.
    static ModelFolder weighing(String name, long bytes) {
        return new ModelFolder(
                Path.of(name),
                FOLDER.family(),
                FOLDER.madeFor(),
                new ModelFolder.Contents(List.of(), bytes, "hash"),
                FOLDER.shape(),
                FOLDER.names());
    }

    /// Sets a far side up, after those that are.
    House lends(FarSide far, Whose whose) {
        farSides.add(far);
        lenders.add(
                new Lender(
                        "lender-" + lenders.size(),
                        new FarModel(
                                "Far " + lenders.size(),
                                far.base(),
                                "far",
                                FarModel.Dialect.COMPATIBLE,
                                Optional.of(
                                        new Key(Origin.of(far.base()), Key.Header.BEARER, SECRET)),
                                8_000),
                        whose,
                        Optional.of(price)));
        return this;
    }

    Orchestrator orchestrator(ScriptedEngine engine) {
        ModelInUse inUse =
                new ModelInUse(
                        (folder, _) -> taken.add(folder),
                        () -> state,
                        () -> memory,
                        new PlayedOthers(() -> others),
                        Footprints.none());
        inUse.use(model, KvCache.AUTO);
        return new Orchestrator(
                new Orchestrator.Device(
                        engine,
                        inUse,
                        () -> memory,
                        speeds,
                        () -> patience,
                        () -> never,
                        DeviceWatch.of(() -> memory),
                        spare),
                Optional.of(Kept.of(profile)),
                Optional.of(
                        new Borrowing(
                                () -> List.copyOf(lenders),
                                door,
                                new Spending(
                                        profile.ledger(), InstantSource.system(), ZoneOffset.UTC),
                                "DE",
                                id -> chosen = chosen.withNeverIn(id))));
    }

    /// The model is not in memory and does not fit there.
    void hasNoRoom() {
        state = new EngineState.Empty();
        memory = NONE;
    }

    List<Message> messages() {
        return profile.conversations().messages(profile.conversations().list().getFirst().id());
    }

    /// Whatever a test was about: what left stands in the ledger, to the byte.
    @Override
    public void close() {
        try {
            door.close();
            farSides.forEach(far -> TwoLogs.of(profile.ledger().rows(), far).assertEqual());
        } finally {
            profile.close();
        }
    }
}
