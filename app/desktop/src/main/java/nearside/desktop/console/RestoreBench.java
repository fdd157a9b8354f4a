package nearside.desktop.console;

import nearside.desktop.bench.Bench;
import nearside.desktop.bench.Unmeasured;
import nearside.desktop.start.Wiring;
import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.local.LocalEngine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// Measures a second turn with a worker that starts between the two. What is kept meanwhile lies in
/// a folder of its own, sealed with a key of its own, and goes with it.
final class RestoreBench {
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final BenchCommand.Wirings wirings;
    private final ModelFolder model;
    private final KvPrecision kv;

    RestoreBench(BenchCommand.Wirings wirings, ModelFolder model, KvPrecision kv) {
        this.wirings = wirings;
        this.model = model;
        this.kv = kv;
    }

    Optional<BigDecimal> seconds(Function<LocalEngine, Bench> bench)
            throws Unmeasured, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nearside-bench");
        try (Wiring wiring = wirings.keeping(folder)) {
            LocalEngine engine = wiring.engine();
            engine.use(model, kv);
            return bench.apply(engine).restored(() -> restart(engine));
        } finally {
            remove(folder);
        }
    }

    /// An engine that is to unload keeps first what it has read.
    private void restart(LocalEngine engine) throws InterruptedException {
        engine.unloadAfter(Duration.ofMillis(1));
        await(() -> engine.state() instanceof EngineState.Unloaded);
        engine.stayLoaded();
        engine.use(model, kv);
        await(() -> !isBetween(engine.state()));
    }

    private static boolean isBetween(EngineState state) {
        return state instanceof EngineState.Unloaded || state instanceof EngineState.Loading;
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
