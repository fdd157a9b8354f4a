package nearside.worker;

import nearside.engine.local.Frame;
import nearside.engine.local.FrameReader;
import nearside.engine.local.FrameWriter;
import nearside.engine.seal.Interrupts;
import nearside.engine.seal.ProcessEnd;
import nearside.worker.onnx.OnnxModel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// The worker process: reads frames from standard input, thinks, and writes frames to standard
/// output. Its one argument, if there is one, is the folder of a runtime to take in place of its
/// own.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setOut(System.err); // standard output is for frames alone
        if (!"1".equals(System.getenv("ORT_DISABLE_TELEMETRY"))) {
            System.err.println(
                    "The worker starts only with ORT_DISABLE_TELEMETRY=1 in its environment:"
                            + " without it ONNX Runtime would phone home.");
            System.exit(Exit.TELEMETRY.code());
        }
        Interrupts.ignore();
        ProcessEnd.withParent();
        Surroundings.standFirstInLineForMemory();
        ProcessEnd.withoutImage();
        Surroundings.closeNetwork();
        if (arguments.length > 0) {
            OnnxModel.loadFrom(Path.of(arguments[0]));
        }
        serve();
    }

    private static void serve() throws InterruptedException {
        FrameReader in =
                new FrameReader(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        FrameWriter out =
                new FrameWriter(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        Texts texts = new Texts();
        Orders orders = new Orders(in, out, texts);
        Thread.ofPlatform().daemon().name("prepare").start(OnnxModel::prepare);
        try {
            Frame greeting = greeting();
            out.write(greeting);
            if (greeting instanceof Frame.NoRuntime) {
                Exit.NO_RUNTIME.now();
            }
            HeartBeat.start(out);
            orders.listen();
            new Thinker(out, texts).work(orders);
        } catch (IOException e) {
            Exit.PARENT_GONE.now();
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            Exit.BUG.now();
        }
    }

    /// What this worker can do, or why it can do nothing.
    private static Frame greeting() {
        try {
            return new Frame.Hello(
                    ProcessHandle.current().pid(),
                    OnnxModel.runtime(),
                    OnnxModel.providers(),
                    OnnxModel.threads(),
                    OnnxModel.devices());
        } catch (LinkageError e) {
            e.printStackTrace();
            return new Frame.NoRuntime(root(e));
        }
    }

    private static String root(Throwable problem) {
        Throwable cause = problem.getCause();
        return cause == null ? String.valueOf(problem.getMessage()) : root(cause);
    }
}
