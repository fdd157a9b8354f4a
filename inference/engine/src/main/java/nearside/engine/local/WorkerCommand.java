package nearside.engine.local;

import java.nio.file.Path;
import java.util.List;

/// How the worker process is started: the program with its arguments, and the folder for its
/// temporary files.
public record WorkerCommand(List<String> command, Path temp) {
    public WorkerCommand {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a worker needs a program");
        }
    }
}
