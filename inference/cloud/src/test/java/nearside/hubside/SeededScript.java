package nearside.hubside;

import java.net.URI;
import java.util.Optional;
import java.util.Random;

/// A script by chance. The first few requests of an address go wrong, then all is well; a seed in
/// five has a fault that stays for ever on one kind of request. What happens to a request follows
/// from the seed, its kind, its path and how often that path was asked for, so that requests beside
/// each other change nothing.
public final class SeededScript implements HubScript {
    private static final int FOR_EVER_ONE_IN = 5;

    private final long seed;
    private final int most;
    private final FaultPool pool;
    private final Optional<ForEver> forEver;

    private SeededScript(long seed, int most, FaultPool pool) {
        this.seed = seed;
        this.most = most;
        this.pool = pool;
        this.forEver = forEver(new Random(mixed(seed, "for ever")), pool);
    }

    /// A script of that seed.
    ///
    /// @param most faults of one address, but for those that stay
    /// @param elsewhere where redirects to a foreign host lead
    public static SeededScript of(long seed, int most, URI elsewhere) {
        return new SeededScript(seed, most, new FaultPool(elsewhere));
    }

    /// A fault that never ends.
    ///
    /// @param reach of the addresses of this kind
    public record ForEver(Turn.Kind kind, HubFault fault, Reach reach) {}

    /// How many addresses a fault that never ends is on.
    public enum Reach {
        SOME,
        ALL
    }

    private static Optional<ForEver> forEver(Random random, FaultPool pool) {
        if (random.nextInt(FOR_EVER_ONE_IN) > 0) {
            return Optional.empty();
        }
        Turn.Kind kind =
                switch (random.nextInt(3)) {
                    case 0 -> Turn.Kind.TREE;
                    case 1 -> Turn.Kind.RESOLVE;
                    default -> Turn.Kind.STORAGE;
                };
        Reach reach = random.nextBoolean() ? Reach.ALL : Reach.SOME;
        return Optional.of(new ForEver(kind, pool.draw(kind, "", random), reach));
    }

    /// The fault of this seed that never ends.
    public Optional<ForEver> forEver() {
        return forEver;
    }

    /// Whether that fault is on this address.
    public boolean isForEver(Turn.Kind kind, String path) {
        return forEver.filter(stays -> stays.kind() == kind)
                .filter(stays -> stays.reach() == Reach.ALL || random(kind, path).nextBoolean())
                .isPresent();
    }

    @Override
    public HubFault fault(Turn turn) {
        String path = turn.request().path();
        if (turn.kind() == Turn.Kind.EXTRA) {
            return new HubFault.None();
        }
        if (isForEver(turn.kind(), path)) {
            return forEver.orElseThrow().fault();
        }
        Random random = random(turn.kind(), path);
        random.nextBoolean();
        if (turn.nthOfPath() > random.nextInt(most + 1)) {
            return new HubFault.None();
        }
        Random own = new Random(mixed(random.nextLong(), "turn " + turn.nthOfPath()));
        return pool.draw(turn.kind(), path, own);
    }

    private Random random(Turn.Kind kind, String path) {
        return new Random(mixed(seed, kind + " " + path));
    }

    private static long mixed(long seed, String text) {
        long mixed = seed * 0x9E3779B97F4A7C15L + text.hashCode() * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
    }
}
