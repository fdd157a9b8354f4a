package nearside.engine.local;

import java.nio.file.Path;
import java.util.ArrayList;
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

    /// The same worker with the runtime in that folder. It is the worker's only argument, since a
    /// packaged launcher hands over nothing else, and lets no variable outrank its own options.
    public WorkerCommand with(Path runtime) {
        List<String> longer = new ArrayList<>(command);
        longer.add(runtime.toString());
        return new WorkerCommand(longer, temp);
    }
}
