package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.device.Footprints;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.storage.Settings.KvCache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Which model the engine is told to take, and how it keeps its cache.
class ModelInUseTest {
    private static final Memory PLENTY = new Memory(12L << 30, 16L << 30);
    private static final Memory NONE = new Memory(1, 16L << 30);
    private static final ModelFolder ONE = folder("one");
    private static final ModelFolder OTHER = folder("other");

    private record Taken(ModelFolder folder, KvPrecision kv) {}

    private final List<Taken> taken = new ArrayList<>();
    private EngineState state = new EngineState.Empty();
    private Memory memory = PLENTY;
    private final ModelInUse model = new ModelInUse(this::take, () -> state, () -> memory);

    private static ModelFolder folder(String name) {
        return folder(name, Float.BYTES);
    }

    private static ModelFolder folder(String name, int kvNumberBytes) {
        return new ModelFolder(
                Path.of(name),
                "llama",
                Optional.empty(),
                new ModelFolder.Contents(List.of(), 1 << 20, "hash"),
                new ModelFolder.Shape(2, 2, 16, kvNumberBytes, 100, 64, OptionalInt.empty()),
                new ModelFolder.Names(
                        "model.onnx",
                        new ModelFolder.Inputs("i", "m", Optional.empty(), "k", "v"),
                        new ModelFolder.Outputs("l", "k", "v"),
                        Set.of(2)));
    }

    private void take(ModelFolder folder, KvPrecision kv) {
        taken.add(new Taken(folder, kv));
        state = new EngineState.Ready(folder.id());
    }

    private Optional<LocalModel> loaded(ModelFolder folder, Cache cache) {
        return Optional.of(new LocalModel(folder, cache, Weights.LOADED));
    }

    /// And the chosen one answers whoever wants no other.
    @Test
    void aConversationHasItsOwnModelForAsLongAsItIsAsked() {
        ModelFolder small = weighing("small", 1 << 10);
        ModelFolder large = weighing("large", 1 << 30);
        ModelInUse two =
                new ModelInUse(
                        this::take,
                        () -> state,
                        () -> memory,
                        new PlayedOthers(() -> List.of(small, large)),
                        Footprints.none());
        two.use(small, KvCache.AUTO);
        assertEquals(two.now(), two.forTurn(Optional.of("small")));
        assertEquals(two.now(), two.forTurn(Optional.of("gone")));
        assertEquals(
                Optional.of(new LocalModel(large, Cache.FLOAT32_OR_INT8, Weights.ON_DISK)),
                two.forTurn(Optional.of("large")));
        two.takeForTurn(large, KvPrecision.FLOAT32);
        assertEquals(loaded(large, Cache.FLOAT32_OR_INT8), two.forTurn(Optional.of("large")));
        assertEquals(
                Optional.of(new LocalModel(small, Cache.FLOAT32_OR_INT8, Weights.ON_DISK)),
                two.forTurn(Optional.empty()));
        two.takeForTurn(small, KvPrecision.FLOAT32);
        assertEquals(loaded(small, Cache.FLOAT32_OR_INT8), two.now());
        assertEquals(List.of(small, large, small), taken.stream().map(Taken::folder).toList());
    }

    /// It was loaded exactly, though only a cache of bytes was decided to fit.
    @Test
    void anotherOneKeepsItsCacheAsItWasDecided() {
        ModelFolder small = weighing("small", 1 << 10);
        ModelFolder large = weighing("large", 1 << 30);
        ModelInUse two =
                new ModelInUse(
                        this::take,
                        () -> state,
                        () -> memory,
                        new PlayedOthers(() -> List.of(small, large)),
                        Footprints.none());
        two.use(small, KvCache.AUTO);
        two.takeForTurn(large, KvPrecision.FLOAT32);
        two.takeForTurn(large, KvPrecision.FLOAT32);
        two.takeForTurn(large, KvPrecision.INT8);
        assertEquals(
                List.of(
                        new Taken(small, KvPrecision.FLOAT32),
                        new Taken(large, KvPrecision.FLOAT32),
                        new Taken(large, KvPrecision.INT8)),
                taken);
        assertEquals(
                List.of(small),
                two.smaller(large).stream().map(LocalModel::folder).toList(),
                "the usual one stands in for one that does not fit");
    }

    /// The chosen one comes back with the first question that fits.
    @Test
    void aSmallerOneStandsInUntilTheChosenOneFits() {
        ModelFolder small = weighing("small", 1 << 10);
        ModelFolder large = weighing("large", 1 << 30);
        ModelFolder larger = weighing("larger", 1 << 29);
        ModelInUse two =
                new ModelInUse(
                        this::take,
                        () -> state,
                        () -> memory,
                        new PlayedOthers(
                                () -> List.of(small, larger, weighing("largest", Long.MAX_VALUE))),
                        Footprints.none());
        two.use(large, KvCache.AUTO);
        assertEquals(
                List.of(larger, small),
                two.smaller(large).stream().map(LocalModel::folder).toList());
        two.takeForTurn(small, KvPrecision.FLOAT32);
        two.takeForTurn(small, KvPrecision.FLOAT32);
        assertEquals(
                List.of(
                        new Taken(large, KvPrecision.FLOAT32),
                        new Taken(small, KvPrecision.FLOAT32)),
                taken);
        assertEquals(
                Optional.of(new LocalModel(large, Cache.FLOAT32_OR_INT8, Weights.ON_DISK)),
                two.now());
        assertEquals(
                Weights.LOADED,
                two.smaller(large).getLast().weights(),
                "it is in memory while it stands in");
        two.take(large, KvPrecision.FLOAT32);
        assertEquals(loaded(large, Cache.FLOAT32_OR_INT8), two.now());
    }

    private static ModelFolder weighing(String name, long bytes) {
        ModelFolder one = folder(name);
        return new ModelFolder(
                one.path(),
                one.family(),
                one.madeFor(),
                new ModelFolder.Contents(List.of(), bytes, "hash"),
                one.shape(),
                one.names());
    }

    @Test
    void noneIsThereBeforeOneIsChosen() {
        assertEquals(Optional.empty(), model.now());
    }

    @ParameterizedTest
    @CsvSource({"AUTO,FLOAT32,FLOAT32_OR_INT8", "FLOAT32,FLOAT32,FLOAT32", "INT8,INT8,INT8"})
    void aModelIsTakenAsTheSettingSays(KvCache setting, KvPrecision kv, Cache cache) {
        model.use(ONE, setting);
        assertEquals(List.of(new Taken(ONE, kv)), taken);
        assertEquals(loaded(ONE, cache), model.now());
    }

    @Test
    void aModelOfHalfPrecisionKeepsItsCache() {
        ModelFolder half = folder("half", 2);
        model.use(half, KvCache.AUTO);
        assertEquals(loaded(half, Cache.FLOAT32), model.now());
    }

    /// One for which there is no memory is loaded as the first question that fits has it.
    @ParameterizedTest
    @CsvSource({"FLOAT32,FLOAT32_OR_INT8", "INT8,INT8"})
    void aModelWaitsForAQuestionThatFits(KvPrecision decided, Cache after) {
        memory = NONE;
        model.use(ONE, KvCache.AUTO);
        assertEquals(List.of(), taken);
        assertEquals(
                Optional.of(new LocalModel(ONE, Cache.FLOAT32_OR_INT8, Weights.ON_DISK)),
                model.now());
        model.take(ONE, decided);
        assertEquals(List.of(new Taken(ONE, decided)), taken);
        assertEquals(loaded(ONE, after), model.now());
    }

    @Test
    void onceItsCacheIsOfBytesItStaysSo() {
        model.use(ONE, KvCache.AUTO);
        model.take(ONE, KvPrecision.INT8);
        assertEquals(loaded(ONE, Cache.INT8), model.now());
        model.take(ONE, KvPrecision.INT8);
        model.take(ONE, KvPrecision.FLOAT32);
        state = new EngineState.Unloaded("one");
        assertEquals(Optional.of(new LocalModel(ONE, Cache.INT8, Weights.ON_DISK)), model.now());
        assertEquals(
                List.of(new Taken(ONE, KvPrecision.FLOAT32), new Taken(ONE, KvPrecision.INT8)),
                taken);
    }

    @Test
    void anotherModelBeginsExactly() {
        model.use(ONE, KvCache.AUTO);
        model.take(ONE, KvPrecision.INT8);
        model.use(OTHER, KvCache.AUTO);
        assertEquals(new Taken(OTHER, KvPrecision.FLOAT32), taken.getLast());
        assertEquals(loaded(OTHER, Cache.FLOAT32_OR_INT8), model.now());
        model.take(ONE, KvPrecision.INT8);
        assertEquals(loaded(OTHER, Cache.FLOAT32_OR_INT8), model.now(), "decided before");
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32,FLOAT32", "INT8,INT8", "AUTO,INT8"})
    void anotherSettingCountsAtOnce(KvCache next, Cache after) {
        model.use(ONE, KvCache.AUTO);
        model.take(ONE, KvPrecision.INT8);
        int before = taken.size();
        model.keep(next);
        assertEquals(loaded(ONE, after), model.now());
        assertEquals(next == KvCache.FLOAT32 ? 1 : 0, taken.size() - before, "loads anew");
    }

    @Test
    void aSettingThatChangesNothingNowLoadsNothing() {
        model.use(ONE, KvCache.AUTO);
        model.keep(KvCache.FLOAT32);
        assertEquals(1, taken.size());
        assertEquals(loaded(ONE, Cache.FLOAT32), model.now());
    }

    @Test
    void aRefusedCacheIsNotTriedAgain() {
        model.use(ONE, KvCache.AUTO);
        model.take(ONE, KvPrecision.INT8);
        model.refused(ONE);
        assertEquals(new Taken(ONE, KvPrecision.FLOAT32), taken.getLast());
        assertEquals(loaded(ONE, Cache.FLOAT32), model.now());
        model.use(OTHER, KvCache.AUTO);
        assertEquals(loaded(OTHER, Cache.FLOAT32_OR_INT8), model.now());
        model.use(ONE, KvCache.AUTO);
        assertEquals(loaded(ONE, Cache.FLOAT32), model.now());
    }

    /// The worker has nothing open then: the exact one waits for the memory to be loaded.
    @Test
    void afterARefusalWithoutMemoryTheModelWaits() {
        model.use(ONE, KvCache.AUTO);
        model.take(ONE, KvPrecision.INT8);
        memory = NONE;
        model.refused(ONE);
        assertEquals(2, taken.size());
        assertEquals(Optional.of(new LocalModel(ONE, Cache.FLOAT32, Weights.ON_DISK)), model.now());
        model.take(ONE, KvPrecision.FLOAT32);
        assertEquals(new Taken(ONE, KvPrecision.FLOAT32), taken.getLast());
    }

    @Test
    void aPersonWhoInsistsIsToldEachTime() {
        model.use(ONE, KvCache.INT8);
        model.refused(ONE);
        assertEquals(loaded(ONE, Cache.INT8), model.now());
        assertEquals(1, taken.size());
    }

    @Test
    void aRefusalOfAnExactCacheChangesNothing() {
        model.use(ONE, KvCache.AUTO);
        model.refused(ONE);
        assertEquals(loaded(ONE, Cache.FLOAT32_OR_INT8), model.now());
    }
}
