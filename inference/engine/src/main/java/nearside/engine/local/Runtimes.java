package nearside.engine.local;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.TrialKey;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;
import nearside.engine.accelerator.VerdictShelf;
import nearside.engine.pack.Pack;
import nearside.engine.pack.PackFinding;
import nearside.engine.pack.PackLook;
import nearside.engine.pack.PackStanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The runtimes that a worker can be started with: packs in the order of accelerators, and the one
/// that came with the program. All but [#use] and [#standings] belongs to the engine's thread.
final class Runtimes {
    /// Before anybody said so: the program's own.
    private record Wish(TryOrder order, VerdictShelf shelf, List<PackFinding> found) {
        static final Wish NONE = new Wish(TryOrder.DEFAULT, VerdictShelf.NONE, List.of());

        Wish {
            found = List.copyOf(found);
        }

        List<Pack> packs() {
            List<Pack> usable = found.stream().flatMap(Wish::usable).toList();
            return order.toTry(usable, Pack::provider);
        }

        private static Stream<Pack> usable(PackFinding finding) {
            return switch (finding) {
                case PackFinding.Usable(Pack pack) -> Stream.of(pack);
                case PackFinding.Unusable _ -> Stream.empty();
            };
        }
    }

    private final WorkerCommand command;
    private final Map<Pack, Optional<Verdict>> known = new ConcurrentHashMap<>();
    private final Set<Pack> leftAlone = ConcurrentHashMap.newKeySet();
    private volatile Wish wish = Wish.NONE;
    private volatile Optional<Pack> inUse = Optional.empty();

    /// @param command starts a worker with the program's own runtime
    Runtimes(WorkerCommand command) {
        this.command = command;
    }

    void use(TryOrder order, VerdictShelf shelf, List<PackFinding> found) {
        wish = new Wish(order, shelf, found);
    }

    /// What to start the next worker with.
    WorkerCommand choose() {
        inUse =
                wish.packs().stream()
                        .filter(pack -> verdict(pack).isEmpty() && !leftAlone.contains(pack))
                        .findFirst();
        return command();
    }

    /// What the last worker was started with.
    WorkerCommand command() {
        return inUse.map(pack -> command.with(pack.folder())).orElse(command);
    }

    /// The pack of the last worker; empty when its runtime is the program's own.
    Optional<Pack> inUse() {
        return inUse;
    }

    /// Whether this worker is of no use with its pack, which is put aside then: another version
    /// breaks sooner or later, and a build without the accelerator is none for it.
    boolean rejects(Pack pack, Frame.Hello hello) {
        Optional<String> other =
                versions(hello).filter(it -> !it.equals(PackLook.VERSION)).findFirst();
        if (other.isPresent()) {
            judge(pack, new Verdict.OtherVersion(other.get(), PackLook.VERSION));
        } else if (hello.devices().stream().noneMatch(it -> it.provider() == pack.provider())) {
            judge(pack, new Verdict.NotBuilt(hello.providers()));
        }
        return verdict(pack).isPresent();
    }

    /// The runtime's binding to Java tells its own version; the runtime's stands beside the
    /// processor, which is a part of it.
    private static Stream<String> versions(Frame.Hello hello) {
        return Stream.concat(
                Stream.of(hello.runtime()),
                hello.devices().stream()
                        .filter(device -> !device.isAccelerator())
                        .map(Device::driver)
                        .filter(version -> !version.isEmpty()));
    }

    private Optional<Verdict> verdict(Pack pack) {
        return known.computeIfAbsent(pack, it -> wish.shelf().find(key(it)));
    }

    void judge(Pack pack, Verdict verdict) {
        known.put(pack, Optional.of(verdict));
        wish.shelf().keep(key(pack), verdict);
    }

    /// Starts nothing with it until the program starts again.
    void leaveAlone(Pack pack) {
        leftAlone.add(pack);
    }

    /// It was not to blame.
    void takeBack(Pack pack) {
        leftAlone.remove(pack);
    }

    /// It is no matter of a model.
    private static TrialKey key(Pack pack) {
        Device device = new Device(pack.provider(), pack.folder().toString(), pack.stamp());
        return new TrialKey(device, PackLook.VERSION, "");
    }

    /// The version and the build: what one build computed is not another's.
    String named(Frame.Hello hello) {
        return inUse.map(pack -> hello.runtime() + "\n" + pack.stamp()).orElse(hello.runtime());
    }

    List<PackStanding> standings() {
        return wish.found().stream().map(this::standing).toList();
    }

    private PackStanding standing(PackFinding finding) {
        return switch (finding) {
            case PackFinding.Unusable(var folder, var flaw) ->
                    new PackStanding.Flawed(folder, flaw);
            case PackFinding.Usable(Pack pack) -> standing(pack);
        };
    }

    private PackStanding standing(Pack pack) {
        Optional<Verdict> verdict = verdict(pack);
        if (verdict.isPresent()) {
            return new PackStanding.PutAside(pack, verdict.get());
        }
        if (leftAlone.contains(pack)) {
            return new PackStanding.LeftAlone(pack);
        }
        return inUse.equals(Optional.of(pack))
                ? new PackStanding.InUse(pack)
                : new PackStanding.NotUsed(pack);
    }
}
