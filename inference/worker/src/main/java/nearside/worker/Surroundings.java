package nearside.worker;

import nearside.engine.local.WorkerFolder;
import nearside.engine.seal.Seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the worker does to its own process before any model code is loaded.
final class Surroundings {
    private static final Path OOM_SCORE = Path.of("/proc/self/oom_score_adj");

    private Surroundings() {}

    /// When memory runs out, the kernel shall take the worker and not the program.
    static void standFirstInLineForMemory() {
        if (Files.isWritable(OOM_SCORE)) {
            try {
                Files.writeString(OOM_SCORE, "800");
            } catch (IOException e) {
                System.err.println("The OOM score stays: " + e.getMessage());
            }
        }
    }

    static void closeNetwork() {
        switch (Seal.set()) {
            case Seal.Closed() -> {}
            case Seal.NotHere(String system) -> System.err.println("No network seal on " + system);
            case Seal.Refused(String step, int errno) ->
                    System.err.println("No network seal: " + step + " failed with " + errno);
        }
    }

    /// Deletes the temporary folder that the parent made for this process and started it in.
    static void deleteOwnFolder() {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        if (temp.equals(Path.of(System.getProperty("user.dir")))) {
            new WorkerFolder(temp).delete();
        }
    }
}
