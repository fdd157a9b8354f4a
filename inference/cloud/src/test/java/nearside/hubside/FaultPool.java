package nearside.hubside;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/// The faults that a script by chance draws from, each as likely as any other of its kind of
/// request.
final class FaultPool {
    private static final int LEAST_BITS = 1;
    private static final int MOST_BITS = 24;
    private static final long SLOW_BYTES = 1 << 14;

    private final URI elsewhere;
    private final List<Function<Random, HubFault>> anywhere =
            List.of(
                    random -> new HubFault.Cut(size(random)),
                    random -> new HubFault.Reset(size(random)),
                    random -> new HubFault.Stall(size(random)),
                    random -> new HubFault.NoHead(one(random, Break.values())),
                    random -> new HubFault.EndsEarly(size(random), one(random, Frame.values())),
                    _ -> new HubFault.EmptyBody(),
                    random -> new HubFault.ExtraBytes(small(random), one(random, Frame.values())),
                    random ->
                            new HubFault.Duplicated(
                                    size(random), one(random, HubFault.Growth.values())),
                    random -> new HubFault.WrongBytes(size(random)),
                    random -> new HubFault.Slow(SLOW_BYTES + small(random), Duration.ofMillis(1)),
                    FaultPool::status,
                    FaultPool::status,
                    _ -> new HubFault.Gzip(),
                    random -> new HubFault.NoLength(one(random, Frame.CHUNKED, Frame.UNTIL_CLOSE)),
                    this::redirect,
                    _ -> new HubFault.RedirectLoop(),
                    random -> new HubFault.BadHead(one(random, HubFault.Head.values())));
    private static final List<Function<Random, HubFault>> OF_FILES =
            List.of(
                    _ -> new HubFault.RefuseRange(),
                    random -> new HubFault.WrongRange(size(random)),
                    _ -> new HubFault.LyingRange(),
                    _ -> new HubFault.ChangedTag());

    FaultPool(URI elsewhere) {
        this.elsewhere = elsewhere;
    }

    HubFault draw(Turn.Kind kind, String path, Random random) {
        List<Function<Random, HubFault>> makers =
                switch (kind) {
                    case TREE -> joined(anywhere, hostile(path));
                    case RESOLVE ->
                            joined(
                                    joined(anywhere, OF_FILES),
                                    List.of(_ -> new HubFault.RedirectWithin()));
                    case STORAGE -> joined(anywhere, OF_FILES);
                    case EXTRA -> List.of(_ -> new HubFault.None());
                };
        return makers.get(random.nextInt(makers.size())).apply(random);
    }

    /// Four shares of the draw, since there are many lists that are wrong.
    private static List<Function<Random, HubFault>> hostile(String path) {
        Function<Random, HubFault> list =
                random -> new HubFault.Listing(HostileListing.draw(path, random));
        return List.of(list, list, list, list);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private HubFault redirect(Random random) {
        return new HubFault.RedirectTo(elsewhere.resolve("/elsewhere/" + random.nextInt(100)));
    }

    private static HubFault status(Random random) {
        int code = one(random, 401, 403, 404, 429, 500, 503);
        boolean waits = (code == 429 || code == 503) && random.nextBoolean();
        return new HubFault.Status(
                code,
                waits ? Optional.of(Duration.ofSeconds(random.nextInt(2))) : Optional.empty());
    }

    /// As often short as long.
    private static long size(Random random) {
        return random.nextLong(1L << random.nextInt(LEAST_BITS, MOST_BITS + 1));
    }

    private static long small(Random random) {
        return 1 + random.nextLong(1L << random.nextInt(LEAST_BITS, MOST_BITS / 2));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
