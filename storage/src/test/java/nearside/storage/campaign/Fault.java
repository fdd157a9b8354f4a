package nearside.storage.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What goes wrong: one system call of a session, at its number, fails in one way.
///
/// @param number of the call among those of its name and thread
record Fault(String call, int number, Way way, Span span) {
    /// A storm of these is long, but ends: no kernel interrupts for ever, and who asks again must.
    private static final int STORM = 200;

    /// Not a part of a page.
    private static final int STEP_BYTES = 1_003;

    /// How the call fails.
    enum Way {
        ENOSPC("error=ENOSPC"),
        EIO("error=EIO"),
        EDQUOT("error=EDQUOT"),
        EROFS("error=EROFS"),
        EINTR("error=EINTR"),
        /// Once: nothing of it is written, and that is what the call says. For ever: files end at a
        /// size that goes with the number.
        SHORT("retval=0");

        private final String injection;

        Way(String injection) {
            this.injection = injection;
        }

        boolean fits(String call, Span span) {
            return this != SHORT
                    || call.equals("pwrite64")
                    || (call.equals("write") && span == Span.ONCE);
        }
    }

    enum Span {
        ONCE,
        /// Until somebody clears it.
        FOR_EVER
    }

    /// Every fault of a call that a session makes so many times.
    static List<Fault> all(String call, int times) {
        List<Fault> all = new ArrayList<>();
        for (int number = 1; number <= times; number++) {
            for (Way way : Way.values()) {
                for (Span span : Span.values()) {
                    if (way.fits(call, span)) {
                        all.add(new Fault(call, number, way, span));
                    }
                }
            }
        }
        return all;
    }

    /// Lets it happen to a process that works on these files.
    Hindrance in(long process, List<Path> files, Path log)
            throws IOException, InterruptedException {
        return way == Way.SHORT && span == Span.FOR_EVER
                ? SizeLimit.of(process, (long) number * STEP_BYTES)
                : Tracer.inject(process, log, this, files);
    }

    /// In the tracer's words.
    String injection() {
        return "inject=%s:%s:when=%d%s".formatted(call, way.injection, number, when());
    }

    private String when() {
        return switch (span) {
            case ONCE -> "";
            case FOR_EVER -> way == Way.EINTR ? ".." + (number + STORM) : "+";
        };
    }
}
