package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.TokenIds;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A worker process without a model, on a device with an accelerator that behaves as told. It
/// writes down when it starts and what it opens. With a pack it does what is written in the place
/// of that pack's runtime.
final class ScriptedWorker {
    static final Device CUDA = new Device(Provider.CUDA, "GPU", "580");
    private static final Device CPU = new Device(Provider.CPU, "CPU", "");

    /// There was memory enough beside its own.
    static final EngineFailure RAN_OUT =
            new EngineFailure.OutOfMemory(EngineFailure.Stage.WRITE, 1, 2);

    static final EngineFailure DEVICE_RAN_OUT =
            new EngineFailure.OutOfMemory(EngineFailure.Stage.WRITE, 2, 1);

    private static final Frame.Report REFUSED =
            new Frame.NotOpened(
                    new EngineFailure.RuntimeRefused(EngineFailure.Stage.LOAD, "no kernel"));

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final int CPU_MILLIS = 6;

    private final FrameWriter out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
    private final BlockingQueue<Frame> orders = new LinkedBlockingQueue<>();
    private final Path log;
    private final Manner manner;
    private final String pack;
    private volatile int stopped;
    private boolean onCuda;

    /// What the accelerator does.
    enum Manner {
        FAST,
        WRONG,
        REFUSES,
        /// No model opens, whatever the runtime.
        REFUSES_ALL,
        CRASHES,
        FREEZES,
        HANGS,
        CRASHES_LATER,
        RUNS_OUT_LATER,
        DEVICE_RUNS_OUT_LATER,
        HAS_NO_ROOM,
        /// There is an accelerator with a pack alone.
        BY_PACK
    }

    private ScriptedWorker(Path log, Manner manner, String pack) {
        this.log = log;
        this.manner = manner;
        this.pack = pack;
    }

    static WorkerCommand command(Path temp, Manner manner) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path =
                String.join(
                        File.pathSeparator,
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        Path.of(System.getProperty("basedir", "."), "target", "test-classes")
                                .toString());
        return new WorkerCommand(
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        path,
                        ScriptedWorker.class.getName(),
                        log(temp).toString(),
                        manner.name()),
                temp.resolve("work"));
    }

    static Path log(Path temp) {
        return temp.resolve("log");
    }

    /// What all workers wrote down so far.
    static List<String> told(Path temp) throws IOException {
        return Files.exists(log(temp)) ? Files.readAllLines(log(temp)) : List.of();
    }

    /// Works until it is ended.
    ///
    /// @param arguments where to write down, the manner, and the folder of a pack, if there is one
    public static void main(String[] arguments) throws Exception {
        String pack =
                arguments.length > 2
                        ? Files.readString(Path.of(arguments[2]).resolve("libonnxruntime.so"))
                        : "";
        new ScriptedWorker(Path.of(arguments[0]), Manner.valueOf(arguments[1]), pack).run();
    }

    private void run() throws Exception {
        note(("start " + pack).strip());
        out.write(greeting());
        Thread.ofPlatform().daemon().start(this::beat);
        Thread.ofPlatform().daemon().start(this::listen);
        while (true) {
            switch (orders.take()) {
                case Frame.Open open -> open(open);
                case Frame.Answer answer -> answer(answer);
                default -> Runtime.getRuntime().halt(0);
            }
        }
    }

    private Frame greeting() throws Exception {
        return switch (pack) {
            case "refused" -> new Frame.NoRuntime("file too short");
            case "crashed" -> signal("SEGV");
            case "killed" -> signal("KILL");
            case "older" -> hello("1.28.0", CUDA, CPU);
            case "older-inside" -> hello("1.29.0", CUDA, new Device(Provider.CPU, "CPU", "1.28.1"));
            case "plain" -> hello("1.29.0", CPU);
            case "" -> manner == Manner.BY_PACK ? hello("1.29.0", CPU) : hello("1.29.0", CUDA, CPU);
            default -> hello("1.29.0", CUDA, CPU);
        };
    }

    private static Frame hello(String version, Device... devices) {
        String providers = devices.length == 1 ? "CPU" : "CPU CUDA";
        long pid = ProcessHandle.current().pid();
        return new Frame.Hello(pid, version, providers, 2, List.of(devices));
    }

    private void note(String line) throws IOException {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void beat() {
        try {
            while (!NEVER.await(250, TimeUnit.MILLISECONDS)) {
                out.write(new Frame.Alive());
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void listen() {
        FrameReader in = new FrameReader(new FileInputStream(FileDescriptor.in));
        try {
            Optional<Frame> frame = in.read();
            while (frame.isPresent()) {
                if (frame.get() instanceof Frame.Stop(int turn)) {
                    stopped = turn;
                } else {
                    orders.add(frame.get());
                }
                frame = in.read();
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(2);
        }
        Runtime.getRuntime().halt(1);
    }

    private void open(Frame.Open open) throws Exception {
        onCuda = open.accelerator().equals(Optional.of(CUDA));
        note(onCuda ? "open cuda" : "open cpu");
        out.write(onCuda ? onCuda() : onCpu());
    }

    private Frame.Report onCpu() throws Exception {
        return switch (pack) {
            case "crashed-open" -> signal("SEGV");
            case "refused-open" -> REFUSED;
            default -> manner == Manner.REFUSES_ALL ? REFUSED : new Frame.Opened();
        };
    }

    private Frame.Report onCuda() throws Exception {
        return switch (manner) {
            case BY_PACK, FAST, WRONG, CRASHES_LATER, RUNS_OUT_LATER, DEVICE_RUNS_OUT_LATER ->
                    new Frame.Opened();
            case REFUSES, REFUSES_ALL -> REFUSED;
            case HAS_NO_ROOM ->
                    new Frame.NotOpened(
                            new EngineFailure.OutOfMemory(EngineFailure.Stage.LOAD, 2, 1));
            case CRASHES -> signal("SEGV");
            case FREEZES -> signal("STOP");
            case HANGS -> {
                NEVER.await();
                yield new Frame.Opened();
            }
        };
    }

    /// What a driver does to its process.
    private static Frame.Report signal(String name) throws Exception {
        String pid = String.valueOf(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
        NEVER.await();
        return new Frame.Opened();
    }

    private void answer(Frame.Answer answer) throws Exception {
        int turn = answer.turn();
        out.write(new Frame.Reading(turn, TokenIds.of(1, 2, 3), 0));
        int written = 0;
        while (written < answer.prompt().replyLimit() && stopped != turn) {
            var _ = NEVER.await(millis(), TimeUnit.MILLISECONDS);
            int token = onCuda && manner == Manner.WRONG ? 8 : 7;
            out.write(new Frame.Text(turn, onCuda ? "c" : "p", TokenIds.of(token)));
            written++;
            if (pack.equals("crashed-later") || (onCuda && manner == Manner.CRASHES_LATER)) {
                signal("SEGV");
            }
            Optional<EngineFailure> end = onCuda ? end() : Optional.empty();
            if (end.isPresent()) {
                out.write(new Frame.Failed(turn, end.get()));
                return;
            }
        }
        out.write(new Frame.Finished(turn, stopped == turn ? Finish.STOP : Finish.LENGTH));
    }

    private Optional<EngineFailure> end() {
        return switch (manner) {
            case RUNS_OUT_LATER -> Optional.of(RAN_OUT);
            case DEVICE_RUNS_OUT_LATER -> Optional.of(DEVICE_RAN_OUT);
            default -> Optional.empty();
        };
    }

    private int millis() {
        return onCuda ? 1 : CPU_MILLIS;
    }
}
