package nearside.desktop.start;

import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.contract.MemoryLimit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// One [FitTry] in a control group, seen from outside: the most that the group ever held.
final class FitRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    private final MemoryLimit limit;
    private final Folders folders;
    private final AtomicLong peak = new AtomicLong();
    private volatile boolean over;

    FitRun(MemoryLimit limit, Folders folders) {
        this.limit = limit;
        this.folders = folders;
    }

    /// @param profile what was measured before is there
    record Folders(Path profile, Path temp) {}

    /// What is asked.
    ///
    /// @param tokens of the whole prompt
    record Question(Path model, int words, int tokens, int reply, Weights weights) {}

    /// What became of it.
    ///
    /// @param peakBytes the most that the group held after the decision
    record Outcome(FitTry.Said said, long limitBytes, long peakBytes, String told) {
        boolean isAnswered() {
            return told.startsWith("answered");
        }

        int promptTokens() {
            return Integer.parseInt(told.split(" ", -1)[1]);
        }
    }

    /// How much more the group may hold than it does when the question comes. Where it is said not
    /// to be enough, what is said to be missing is given before it is asked all the same.
    ///
    /// @param room for the question and the margin
    /// @param most more than anything here takes
    Outcome run(Question question, long room, long most) throws IOException {
        limit.set(most);
        Process inside = start(question);
        Thread looking = Thread.ofPlatform().daemon().start(this::look);
        try (BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        inside.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter in =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        inside.getOutputStream(), StandardCharsets.UTF_8))) {
            line(out);
            long bytes = limit.heldBytes() + room;
            limit.set(bytes);
            say(in);
            FitTry.Said said = FitTry.Said.parse(line(out));
            if (said.replyTokens() == 0) {
                limit.set(bytes + said.missingBytes());
            }
            peak.set(0);
            say(in);
            String told = line(out);
            // The heap of the worker gives nothing back before it is idle: on a busy machine the
            // other thread may have missed the end.
            peak.accumulateAndGet(limit.heldBytes(), Math::max);
            return new Outcome(said, bytes, peak.get(), told);
        } finally {
            over = true;
            inside.destroy();
            inside.onExit().join();
            join(looking);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            while (!over) {
                peak.accumulateAndGet(limit.heldBytes(), Math::max);
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String line(BufferedReader out) throws IOException {
        return Objects.requireNonNull(out.readLine(), "the program inside is gone");
    }

    private static void say(BufferedWriter in) throws IOException {
        in.write("go on\n");
        in.flush();
    }

    private Process start(Question question) throws IOException {
        String path =
                String.join(
                        File.pathSeparator,
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"));
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Dnearside.models=" + System.getProperty("nearside.models"),
                        "-Dnearside.worker.args=" + System.getProperty("nearside.worker.args"),
                        "-cp",
                        path,
                        FitTry.class.getName(),
                        question.model.toString(),
                        folders.profile.toString(),
                        folders.temp.toString(),
                        "" + question.words,
                        "" + question.tokens,
                        "" + question.reply,
                        question.weights.name());
        return new ProcessBuilder(new ArrayList<>(limit.inside(command)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
