package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.engine.KvPrecision;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameReader;
import nearside.engine.local.FrameWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The worker process alone, spoken to by frames.
class MainTest {
    @TempDir Path temp;
    private final List<Process> started = new ArrayList<>();

    private Process start(String silence) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(RealWorker.command(temp).command());
        builder.environment().put("ORT_DISABLE_TELEMETRY", silence);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private static Frame next(FrameReader reader) throws IOException {
        Frame frame = new Frame.Alive();
        while (frame instanceof Frame.Alive) {
            frame = reader.read().orElseThrow();
        }
        return frame;
    }

    @Test
    void refusesToRunWhereTelemetryIsNotOff() throws Exception {
        Process process = start("0");
        assertEquals(64, process.waitFor());
        String words = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(words.contains("ORT_DISABLE_TELEMETRY=1"), words);
        assertEquals(0, process.getInputStream().readAllBytes().length);
    }

    @Test
    void saysHelloAndThenLives() throws Exception {
        Process process = start("1");
        FrameReader reader = new FrameReader(process.getInputStream());
        Frame.Hello hello = assertInstanceOf(Frame.Hello.class, reader.read().orElseThrow());
        assertEquals(
                new Frame.Hello(process.pid(), "1.29.0", "CPU", hello.threads(), hello.devices()),
                hello);
        int processors = Runtime.getRuntime().availableProcessors();
        assertTrue(
                hello.threads() > 0 && hello.threads() <= processors, hello.threads() + " threads");
        assertEquals(
                List.of(Provider.CPU), hello.devices().stream().map(Device::provider).toList());
        assertEquals(new Frame.Alive(), reader.read().orElseThrow());
        assertEquals(new Frame.Alive(), reader.read().orElseThrow());
    }

    @Test
    void endsWhenTheProgramIsGone() throws Exception {
        Process process = start("1");
        new FrameReader(process.getInputStream()).read();
        process.getOutputStream().close();
        assertEquals(65, process.waitFor());
    }

    @Test
    void endsAtBytesThatAreNoFrame() throws Exception {
        Process process = start("1");
        process.getOutputStream().write(new byte[] {0, 0, 0, 1, 99});
        process.getOutputStream().flush();
        assertEquals(66, process.waitFor());
    }

    @Test
    void byeEndsItInGoodOrder() throws Exception {
        Process process = start("1");
        new FrameWriter(process.getOutputStream()).write(new Frame.Bye());
        assertEquals(0, process.waitFor());
    }

    @Test
    void refusesAFolderThatIsNotSoundAndGoesOn() throws Exception {
        Process process = start("1");
        FrameWriter writer = new FrameWriter(process.getOutputStream());
        FrameReader reader = new FrameReader(process.getInputStream());
        assertInstanceOf(Frame.Hello.class, next(reader));
        writer.write(
                new Frame.Open(
                        temp.toString(),
                        KvPrecision.FLOAT32,
                        Optional.empty(),
                        Optional.empty(),
                        0));
        assertInstanceOf(Frame.NotOpened.class, next(reader));
        writer.write(new Frame.Count(8, "no tokenizer"));
        assertEquals(new Frame.Counted(8, OptionalInt.empty()), next(reader));
    }

    /// The control is a process that allows it; where even that leaves no image, there is nothing
    /// to see.
    @Test
    @EnabledOnOs(OS.LINUX)
    void anAbortLeavesNoMemoryImage() throws Exception {
        assumeTrue(abortedIn("control", List.of("sh", "-c", "echo; exec sleep 60")).length > 0);
        assertArrayEquals(new String[0], abortedIn("worker", RealWorker.command(temp).command()));
    }

    private String[] abortedIn(String name, List<String> command) throws Exception {
        Path folder = Files.createDirectory(temp.resolve(name));
        List<String> limitless =
                new ArrayList<>(List.of("sh", "-c", "ulimit -c unlimited; exec \"$@\"", "sh"));
        limitless.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(limitless).directory(folder.toFile());
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
        Process process = builder.start();
        started.add(process);
        process.getInputStream().read();
        Owner.signal(process.toHandle(), "ABRT");
        assertEquals(134, process.waitFor());
        return folder.toFile().list();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isSealedAndFirstInLineForMemory() throws Exception {
        Process process = start("1");
        new FrameReader(process.getInputStream()).read();
        Path proc = Path.of("/proc", String.valueOf(process.pid()));
        assertEquals("800", Files.readString(proc.resolve("oom_score_adj")).strip());
        assertTrue(
                Files.readAllLines(proc.resolve("status")).contains("Seccomp:\t2"),
                "a filter is set");
    }
}
