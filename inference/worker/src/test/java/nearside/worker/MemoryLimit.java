package nearside.worker;

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
record MemoryLimit(Path group, String limitFile) implements AutoCloseable {
    private static final Path V1 = Path.of("/sys/fs/cgroup/memory");
    private static final Path V2 = Path.of("/sys/fs/cgroup");

    /// A new group, in the older hierarchy or the unified one; empty where this process may make
    /// none.
    static Optional<MemoryLimit> make() {
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

    void set(long bytes) throws IOException {
        Files.writeString(group.resolve(limitFile), Long.toString(bytes));
    }

    /// Starts the same program inside the group.
    WorkerCommand inside(WorkerCommand command) {
        String enter = "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"";
        List<String> all = new ArrayList<>(List.of("sh", "-c", enter, "sh"));
        all.addAll(command.command());
        return new WorkerCommand(all, command.temp());
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
