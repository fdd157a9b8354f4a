package nearside.packaging.launcher;

import nearside.packaging.layout.Folder;
import nearside.packaging.layout.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The Java runtime's own starter, under the worker's name. On Linux the core starts the worker by
/// it and not by the launcher, which asks package managers first.
public final class WorkerStarter {
    private WorkerStarter() {}

    /// Copies it into the runtime of the folder, where it finds its libraries.
    public static void putInto(Folder folder, Path runtime) throws IOException {
        if (folder.platform() == Platform.LINUX) {
            Path bin = Files.createDirectories(folder.javaHome().resolve("bin"));
            Files.copy(
                    runtime.resolve("bin/java"),
                    bin.resolve(Launchers.WORKER),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
