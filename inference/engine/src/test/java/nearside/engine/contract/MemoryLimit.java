package nearside.engine.contract;

import nearside.engine.local.WorkerCommand;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A control group of its own that bounds the memory of what is started in it.
public record MemoryLimit(Path group, String limitFile) implements AutoCloseable {
    private static final Path V1 = Path.of("/sys/fs/cgroup/memory");
    private static final Path V2 = Path.of("/sys/fs/cgroup");

    /// A new group, in the older hierarchy or the unified one; empty where this process may make
    /// none.
    public static Optional<MemoryLimit> make() {
        String name = "nearside-" + ProcessHandle.current().pid();
        return Stream.of(
                        new MemoryLimit(V1.resolve(name), "memory.limit_in_bytes"),
                        new MemoryLimit(V2.resolve(name), "memory.max"))
                .filter(MemoryLimit::isMade)
                .findFirst();
    }

    private boolean isMade() {
        try {
            Files.createDirectory(group);
            if (Files.exists(group.resolve(limitFile))) {
                return true;
            }
            Files.delete(group);
            return false;
        } catch (IOException refused) {
            return false;
        }
    }

    public void set(long bytes) throws IOException {
        Files.writeString(group.resolve(limitFile), Long.toString(bytes));
    }

    /// Starts the same program inside the group.
    public WorkerCommand inside(WorkerCommand command) {
        return new WorkerCommand(inside(command.command()), command.temp());
    }

    /// The same command, which enters the group first.
    public List<String> inside(List<String> command) {
        String enter = "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"";
        List<String> all = new ArrayList<>(List.of("sh", "-c", enter, "sh"));
        all.addAll(command);
        return all;
    }

    /// What all in the group hold that the kernel cannot take back: all but the cache of files.
    public long heldBytes() throws IOException {
        boolean old = limitFile.equals("memory.limit_in_bytes");
        String used = old ? "memory.usage_in_bytes" : "memory.current";
        List<String> files =
                old
                        ? List.of("total_inactive_file", "total_active_file")
                        : List.of("inactive_file", "active_file");
        long cache =
                Files.readString(group.resolve("memory.stat"))
                        .lines()
                        .map(line -> line.split(" ", 2))
                        .filter(line -> files.contains(line[0]))
                        .mapToLong(line -> Long.parseLong(line[1]))
                        .sum();
        return Long.parseLong(Files.readString(group.resolve(used)).strip()) - cache;
    }

    /// The kernel lets a group go only a moment after its last process.
    @Override
    public void close() throws IOException {
        for (int attempt = 0; Files.exists(group); attempt++) {
            try {
                Files.delete(group);
            } catch (FileSystemException busy) {
                if (attempt == 50) {
                    throw busy;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }
}
