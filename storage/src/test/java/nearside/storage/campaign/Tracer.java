package nearside.storage.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An strace that holds on to a running process and lets go of it again: what it injects ends then,
/// and the process runs on.
record Tracer(Process process, Path log) implements Hindrance {
    private static final int PATIENCE_SECONDS = 10;

    private static final String CALLS =
            "trace=openat,write,pwrite64,ftruncate,fallocate,fsync,fdatasync,rename,renameat2,"
                    + "unlink,unlinkat,mkdir,chmod";

    /// Only looks on.
    static Tracer watch(long process, Path log) throws IOException {
        return attach(process, log, List.of("-y", "-s", "0", "-e", CALLS));
    }

    /// Injects the fault into calls on these files.
    static Tracer inject(long process, Path log, Fault fault, List<Path> files) throws IOException {
        List<String> options = new ArrayList<>();
        files.forEach(file -> options.addAll(List.of("-P", file.toString())));
        options.addAll(List.of("-s", "0", "-e", "trace=" + fault.call(), "-e", fault.injection()));
        return attach(process, log, options);
    }

    private static Tracer attach(long process, Path log, List<String> options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "-p", process + "", "-o", log.toString()));
        command.addAll(options);
        Process tracer = new ProcessBuilder(command).start();
        BufferedReader said = tracer.errorReader();
        String line = said.readLine();
        if (line == null || !line.contains("attached")) {
            tracer.destroy();
            throw new IOException("strace: " + line);
        }
        return new Tracer(tracer, log);
    }

    @Override
    public boolean happened() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("(INJECTED)"));
        }
    }

    /// Lets go of it.
    @Override
    public void clear() throws InterruptedException {
        process.destroy();
        ended();
    }

    /// Told to let go just then, strace may wait for ever.
    @Override
    public void ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
