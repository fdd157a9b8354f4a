package nearside.worker;

import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.WorkerCommand;

import java.nio.file.Path;
import java.util.List;

/// The worker as it is built, and the models that come with the source.
final class RealWorker {
    private RealWorker() {}

    static WorkerCommand command(Path temp) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WorkerCommand(
                List.of(java, "@" + System.getProperty("nearside.worker.args")), temp);
    }

    static ModelFolder model(String name) {
        Path path = Path.of(System.getProperty("nearside.models"), name);
        return switch (ModelFolder.check(path)) {
            case FolderCheck.Sound(ModelFolder folder) -> folder;
            case FolderCheck.Flawed flawed -> throw new AssertionError(flawed);
        };
    }
}
