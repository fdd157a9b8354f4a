package nearside.worker;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameReader;
import nearside.engine.local.FrameWriter;
import nearside.engine.local.WorkerCommand;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The real worker behind a process that changes one word of it: its runtime is said to have been
/// built with CUDA.
final class OfferingWorker {
    static final Device CUDA = new Device(Provider.CUDA, "", "580");

    private OfferingWorker() {}

    static WorkerCommand command(Path temp) {
        Path tests = Path.of(System.getProperty("basedir", "."), "target", "test-classes");
        String path =
                String.join(
                        File.pathSeparator,
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        tests.toString());
        List<String> real = RealWorker.command(temp).command();
        Stream<String> proxy =
                Stream.of(
                        real.getFirst(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        OfferingWorker.class.getName());
        return new WorkerCommand(Stream.concat(proxy, real.stream()).toList(), temp);
    }

    /// Runs the worker until it ends.
    ///
    /// @param arguments its command
    public static void main(String[] arguments) throws Exception {
        Process worker =
                new ProcessBuilder(arguments)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Thread.ofPlatform().daemon().start(() -> orders(worker));
        pass(
                new FrameReader(worker.getInputStream()),
                new FrameWriter(new FileOutputStream(FileDescriptor.out)));
        Runtime.getRuntime().halt(worker.waitFor());
    }

    private static void pass(FrameReader in, FrameWriter out) throws IOException {
        Optional<Frame> frame = in.read();
        while (frame.isPresent()) {
            out.write(offering(frame.get()));
            frame = in.read();
        }
    }

    private static void orders(Process worker) {
        try {
            pass(
                    new FrameReader(new FileInputStream(FileDescriptor.in)),
                    new FrameWriter(worker.getOutputStream()));
            worker.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Frame offering(Frame frame) {
        return frame
                        instanceof
                        Frame.Hello(
                                long pid,
                                String runtime,
                                String providers,
                                int threads,
                                var there)
                ? new Frame.Hello(
                        pid,
                        runtime,
                        providers + " CUDA",
                        threads,
                        Stream.concat(Stream.of(CUDA), there.stream()).toList())
                : frame;
    }
}
