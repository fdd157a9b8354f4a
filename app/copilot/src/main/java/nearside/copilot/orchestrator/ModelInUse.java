package nearside.copilot.orchestrator;

import nearside.copilot.device.Footprints;
import nearside.copilot.device.Speed;
import nearside.copilot.device.Speeds;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Footprint;
import nearside.engine.memory.Memory;
import nearside.storage.Settings.KvCache;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// The model in use: which one, how it keeps its cache, and whether it is in memory.
///
/// Where a cache of bytes was the last way to answer, it stays until another model is chosen, the
/// setting changes or the program ends: every change loads the weights anew.
public final class ModelInUse {
    private final BiConsumer<ModelFolder, KvPrecision> engine;
    private final Supplier<EngineState> state;
    private final Supplier<Memory> memory;
    private final Footprints footprints;
    private final Others others;
    private final Set<ModelFolder> onlyExact = new HashSet<>();
    private KvCache wish = KvCache.AUTO;
    private KvPrecision kv = KvPrecision.FLOAT32;
    private @Nullable ModelFolder inUse;
    private @Nullable ModelFolder waiting;

    /// Sound models beside the one in use, read anew each time.
    public interface Others {
        /// There are none.
        Others NONE =
                new Others() {
                    @Override
                    public List<ModelFolder> standIns() {
                        return List.of();
                    }

                    @Override
                    public Optional<ModelFolder> named(String id) {
                        return Optional.empty();
                    }
                };

        /// Those that may answer where the one in use does not fit.
        List<ModelFolder> standIns();

        /// The one of that id, if it is here.
        Optional<ModelFolder> named(String id);
    }

    /// None yet, of which nothing is measured.
    ///
    /// @param engine takes a model with its cache kept so, and loads it in the background
    /// @param state what the engine is doing
    /// @param memory a fresh reading
    public ModelInUse(
            BiConsumer<ModelFolder, KvPrecision> engine,
            Supplier<EngineState> state,
            Supplier<Memory> memory) {
        this(engine, state, memory, Others.NONE, Footprints.none());
    }

    /// None yet.
    ///
    /// @param engine takes a model with its cache kept so, and loads it in the background
    /// @param state what the engine is doing
    /// @param memory a fresh reading
    /// @param others what else there is
    /// @param footprints what models were measured to take
    public ModelInUse(
            BiConsumer<ModelFolder, KvPrecision> engine,
            Supplier<EngineState> state,
            Supplier<Memory> memory,
            Others others,
            Footprints footprints) {
        this.others = Objects.requireNonNull(others);
        this.engine = Objects.requireNonNull(engine);
        this.state = Objects.requireNonNull(state);
        this.memory = Objects.requireNonNull(memory);
        this.footprints = Objects.requireNonNull(footprints);
    }

    /// Takes this model from now on. It is loaded in the background if the memory is there now,
    /// else by the first question that fits.
    public synchronized void use(ModelFolder folder, KvCache setting) {
        wish = setting;
        kv = first(setting);
        await(folder);
    }

    /// Keeps the cache so from now on; the model is loaded anew if that is another way.
    public synchronized void keep(KvCache setting) {
        if (setting == wish) {
            return;
        }
        wish = setting;
        KvPrecision before = kv;
        kv = first(setting);
        if (kv != before && waiting == null && inUse != null) {
            engine.accept(inUse, kv);
        }
    }

    private static KvPrecision first(KvCache setting) {
        return switch (setting) {
            case AUTO, FLOAT32 -> KvPrecision.FLOAT32;
            case INT8 -> KvPrecision.INT8;
        };
    }

    /// The model that is in memory.
    public synchronized Optional<ModelFolder> loaded() {
        return Optional.ofNullable(inUse).filter(_ -> weights(state.get()) == Weights.LOADED);
    }

    synchronized Optional<LocalModel> now() {
        return waiting == null
                ? Optional.ofNullable(inUse).map(folder -> local(folder, weights(state.get())))
                : Optional.of(onDisk(waiting));
    }

    /// Models that need less memory for their weights than that one, the largest first.
    synchronized List<LocalModel> smaller(ModelFolder than) {
        return others.standIns().stream()
                .filter(it -> weight(it) < weight(than))
                .sorted(Comparator.comparingLong(ModelInUse::weight).reversed())
                .map(this::asItIs)
                .toList();
    }

    private static long weight(ModelFolder folder) {
        return folder.contents().weightBytes();
    }

    /// A model as it is now, in use or not.
    synchronized LocalModel asItIs(ModelFolder folder) {
        return folder.equals(inUse) ? local(folder, weights(state.get())) : onDisk(folder);
    }

    /// The model of that id as it is now, or the usual one where it is not here.
    synchronized Optional<LocalModel> forTurn(Optional<String> named) {
        return named.flatMap(others::named).map(this::asItIs).or(this::now);
    }

    /// Makes the engine take the model of a turn as it was decided: the chosen one, or another for
    /// now, until a question that fits wants the chosen one again.
    synchronized void takeForTurn(ModelFolder folder, KvPrecision decided) {
        boolean isChosen = folder.equals(waiting == null ? inUse : waiting);
        if (isChosen) {
            take(folder, decided);
        } else if (!folder.equals(inUse) || shrinks(decided)) {
            waiting = waiting == null ? inUse : waiting;
            inUse = folder;
            kv = decided;
            engine.accept(folder, kv);
        }
    }

    private boolean shrinks(KvPrecision decided) {
        return decided == KvPrecision.INT8 && kv == KvPrecision.FLOAT32;
    }

    private void await(ModelFolder folder) {
        waiting = folder;
        if (onDisk(folder).loads(memory.get())) {
            take(folder);
        }
    }

    private LocalModel onDisk(ModelFolder folder) {
        return local(folder, Weights.ON_DISK);
    }

    private LocalModel local(ModelFolder folder, Weights weights) {
        Cache cache = cache(folder);
        return new LocalModel(folder, cache, weights, measured(folder, cache.now()));
    }

    /// What a model was measured to take with its cache kept so; empty while it was not.
    public Optional<Footprint> measured(ModelFolder folder, KvPrecision kept) {
        return footprints.of(LocalModel.measured(folder, kept));
    }

    /// How fast a model was measured to be with its cache as it would be kept now.
    public Speed speed(ModelFolder folder, Speeds speeds) {
        return speeds.of(LocalModel.measured(folder, first(wish)));
    }

    /// A question was answered by this model: what it took is known now.
    void answered(LocalModel model) {
        footprints.learn(model.measured());
    }

    private void take(ModelFolder folder) {
        inUse = folder;
        waiting = null;
        engine.accept(folder, kv);
    }

    private Cache cache(ModelFolder folder) {
        return switch (wish) {
            case FLOAT32 -> Cache.FLOAT32;
            case INT8 -> Cache.INT8;
            case AUTO ->
                    switch (kv) {
                        case INT8 -> Cache.INT8;
                        case FLOAT32 -> canShrink(folder) ? Cache.FLOAT32_OR_INT8 : Cache.FLOAT32;
                    };
        };
    }

    /// A cache of other numbers than fp32 cannot be made one of bytes.
    private boolean canShrink(ModelFolder folder) {
        return folder.shape().kvNumberBytes() == Float.BYTES && !onlyExact.contains(folder);
    }

    /// A model that is being loaded counts as loaded: its memory was found free before it began.
    private static Weights weights(EngineState state) {
        return switch (state) {
            case EngineState.Loading _, EngineState.Ready _, EngineState.Answering _ ->
                    Weights.LOADED;
            case EngineState.Empty _, EngineState.Unloaded _, EngineState.Down _ -> Weights.ON_DISK;
        };
    }

    /// Makes the engine take the model as it was decided. Back to an exact cache it does not go:
    /// that decision came from before another turn's.
    synchronized void take(ModelFolder folder, KvPrecision decided) {
        boolean isWaiting = folder.equals(waiting);
        boolean isInUse = waiting == null && folder.equals(inUse);
        boolean shrinks = shrinks(decided);
        if (isWaiting || (isInUse && shrinks)) {
            kv = shrinks ? KvPrecision.INT8 : kv;
            take(folder);
        }
    }

    /// Goes back to an exact cache for good when the runtime refused a model with one of bytes that
    /// nobody insists on.
    synchronized void refused(ModelFolder folder) {
        if (wish == KvCache.AUTO && kv == KvPrecision.INT8 && folder.equals(inUse)) {
            onlyExact.add(folder);
            kv = KvPrecision.FLOAT32;
            await(folder);
        }
    }
}
