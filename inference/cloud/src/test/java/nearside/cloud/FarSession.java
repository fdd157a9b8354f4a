package nearside.cloud;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// One session with a far side that does something wrong, all of it by its seed.
final class FarSession {
    private static final List<String> WORDS =
            List.of(
                    "The",
                    " sea",
                    " is",
                    " ha",
                    " ha",
                    " größer",
                    " 海",
                    "は",
                    "広い",
                    " 🌊",
                    "👩‍🚀",
                    "\n\n",
                    "**",
                    "x",
                    ".",
                    ",",
                    " \"",
                    "\\",
                    " e\u0301");

    private static final int[] REFUSALS = {
        400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504
    };
    private static final int[] PASSING = {408, 429, 500, 502, 503, 504};
    private static final int[] POINTERS = {301, 302, 303, 307, 308};

    private final FarFault fault;
    private final List<String> pieces = new ArrayList<>();
    private final int at;
    private final double part;
    private final int status;
    private final String lineEnd;
    private final URI elsewhere;
    private final AtomicInteger tries = new AtomicInteger();

    FarSession(long seed, URI elsewhere) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FarFault> faults = List.of(FarFault.values());
        fault = faults.get((int) (seed % faults.size()));
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            pieces.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        at = random.nextInt(count + 2);
        part = random.nextDouble();
        lineEnd = List.of("\n", "\r", "\r\n").get(random.nextInt(3));
        this.elsewhere = elsewhere;
        status =
                switch (fault) {
                    case REDIRECT -> POINTERS[random.nextInt(POINTERS.length)];
                    case STATUS_ONCE -> PASSING[random.nextInt(PASSING.length)];
                    default -> REFUSALS[random.nextInt(REFUSALS.length)];
                };
    }

    FarFault fault() {
        return fault;
    }

    List<String> pieces() {
        return pieces;
    }

    String text() {
        return String.join("", pieces);
    }

    /// Before which event it happens.
    int at() {
        return at;
    }

    /// Before which byte of so many it happens.
    int byteOf(int length) {
        return (int) (part * length);
    }

    int status() {
        return status;
    }

    String lineEnd() {
        return lineEnd;
    }

    URI elsewhere() {
        return elsewhere;
    }

    long dripMillis() {
        return 40;
    }

    boolean firstTry() {
        return tries.getAndIncrement() == 0;
    }
}
