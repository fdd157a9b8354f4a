package nearside.storage.campaign;

import nearside.storage.Child;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stubborn session on an empty profile, disturbed or only watched.
///
/// @param happened whether a call was made to fail
/// @param failures that the session told
/// @param reads what reading gave after each of them
/// @param whole whether the session came to its end
record FaultRun(
        Heard heard, boolean happened, List<String> failures, List<String> reads, boolean whole) {
    private static final int TRIES = 3;
    private static final int MOST = 20;

    static final long SEED = 1;

    /// Sees what a session does without faults.
    static Watched watched(Path scratch) throws IOException, InterruptedException {
        Path profile = Files.createDirectories(scratch.resolve("watched"));
        Path log = scratch.resolve("watched.log");
        try (Child child = Child.start(StubbornSession.class, profile, SEED)) {
            ready(child);
            try (Tracer tracer = Tracer.watch(child.process().pid(), log)) {
                FaultRun run = new Conducted(child, tracer).run();
                if (!run.whole() || !run.failures().isEmpty()) {
                    throw new IllegalStateException("disturbed without faults: " + run);
                }
            }
        }
        return Watched.of(log, profile);
    }

    /// Lets one fault happen. One that lasts is cleared after the same call failed three times.
    static FaultRun of(Path profile, Fault fault, Watched watched, String... more)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("nearside-fault", ".log");
        List<Object> arguments = new ArrayList<>(List.of(profile, SEED));
        arguments.addAll(List.of(more));
        try (Child child = Child.start(StubbornSession.class, arguments.toArray())) {
            ready(child);
            try (Hindrance hindrance = fault.in(child.process().pid(), watched.in(profile), log)) {
                return new Conducted(child, hindrance).run();
            }
        } finally {
            Files.delete(log);
        }
    }

    private static void ready(Child child) throws IOException {
        if (!child.line().equals(Optional.of(StubbornSession.READY))) {
            throw new IllegalStateException("the session did not start");
        }
    }

    /// Says go, listens, and says go on after each failure.
    private static final class Conducted {
        private final Child child;
        private final Hindrance hindrance;
        private final Writer out;
        private final List<String> failures = new ArrayList<>();
        private final List<String> reads = new ArrayList<>();
        private Heard heard = Heard.nothing(Book.EMPTY);
        private boolean whole;

        Conducted(Child child, Hindrance hindrance) {
            this.child = child;
            this.hindrance = hindrance;
            this.out = child.process().outputWriter();
        }

        FaultRun run() throws IOException, InterruptedException {
            goOn();
            Optional<String> line = child.line();
            while (line.isPresent() && failures.size() < MOST) {
                hear(line.get());
                line = child.line();
            }
            if (line.isEmpty()) {
                hindrance.ended();
            } else {
                hindrance.clear();
            }
            boolean happened = hindrance.happened() || !failures.isEmpty();
            return new FaultRun(heard, happened, failures, reads, whole);
        }

        private void hear(String line) throws IOException, InterruptedException {
            heard = heard.and(line);
            whole |= line.equals(StubbornSession.DONE);
            if (line.startsWith(StubbornSession.READ)) {
                reads.add(line.substring(StubbornSession.READ.length()));
            }
            if (line.startsWith(StubbornSession.FAILED)) {
                failures.add(line.substring(StubbornSession.FAILED.length()));
                if (failures.size() == TRIES) {
                    hindrance.clear();
                }
                goOn();
            }
        }

        private void goOn() throws IOException {
            out.write("\n");
            out.flush();
        }
    }
}
