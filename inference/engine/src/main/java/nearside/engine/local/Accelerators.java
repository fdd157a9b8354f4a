package nearside.engine.local;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TrialKey;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;
import nearside.engine.accelerator.VerdictShelf;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelHash;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which accelerators are there and how each stands with a model. All but [#devices] and [#use]
/// belongs to the engine's thread.
final class Accelerators {
    /// What is tried before anybody said so: nothing.
    private record Wish(TryOrder order, VerdictShelf shelf) {
        static final Wish NONE = new Wish(new TryOrder(List.of(), List.of()), VerdictShelf.NONE);
    }

    private record Hashed(ModelFolder folder, Optional<String> hash) {}

    private final Map<TrialKey, Optional<Verdict>> known = new HashMap<>();
    private final Set<TrialKey> passedOver = new HashSet<>();
    private volatile Wish wish = Wish.NONE;
    private volatile List<Device> devices = List.of();
    private String runtime = "";
    private Optional<Hashed> hashed = Optional.empty();

    void use(TryOrder order, VerdictShelf shelf) {
        wish = new Wish(order, shelf);
    }

    /// A worker said what is there.
    ///
    /// @param build version and build of its runtime
    void met(List<Device> there, String build) {
        runtime = build;
        devices = List.copyOf(there);
    }

    List<Device> devices() {
        return devices;
    }

    /// Those that are wanted and there, in the order of wishes.
    List<Standing> standings(ModelFolder folder) {
        List<Device> wanted = wish.order().toTry(devices);
        if (wanted.isEmpty() || hash(folder).isEmpty()) {
            return List.of();
        }
        return wanted.stream()
                .map(device -> new Standing(device, verdict(key(folder, device))))
                .toList();
    }

    /// The one to open the model with; empty for the processor.
    Optional<Device> best(ModelFolder folder) {
        return standings(folder).stream()
                .filter(Standing::isFaster)
                .map(Standing::device)
                .filter(device -> !passedOver.contains(key(folder, device)))
                .findFirst();
    }

    /// The next one to try: none behind one that is faster already.
    Optional<Device> untried(ModelFolder folder) {
        return standings(folder).stream()
                .takeWhile(standing -> !standing.isFaster())
                .filter(standing -> standing.verdict().isEmpty())
                .map(Standing::device)
                .filter(device -> !passedOver.contains(key(folder, device)))
                .findFirst();
    }

    private Optional<Verdict> verdict(TrialKey key) {
        return known.computeIfAbsent(key, wish.shelf()::find);
    }

    void judge(ModelFolder folder, Device device, Verdict verdict) {
        TrialKey key = key(folder, device);
        known.put(key, Optional.of(verdict));
        wish.shelf().keep(key, verdict);
    }

    /// Leaves it alone until the program starts again, without a verdict.
    void passOver(ModelFolder folder, Device device) {
        passedOver.add(key(folder, device));
    }

    private TrialKey key(ModelFolder folder, Device device) {
        return new TrialKey(device, runtime, hash(folder).orElse(""));
    }

    /// Empty when the folder cannot be read: the worker says then what is wrong with it.
    private Optional<String> hash(ModelFolder folder) {
        Hashed last =
                hashed.filter(known -> known.folder.equals(folder))
                        .orElseGet(() -> new Hashed(folder, read(folder)));
        hashed = Optional.of(last);
        return last.hash;
    }

    private static Optional<String> read(ModelFolder folder) {
        try {
            return Optional.of(ModelHash.of(folder));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
