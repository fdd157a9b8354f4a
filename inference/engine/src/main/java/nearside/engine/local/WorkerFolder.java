package nearside.engine.local;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// The temporary folder of one worker process, gone when the process is: the parent deletes it, or
/// the worker itself when its parent is gone.
public record WorkerFolder(Path path) {

    static WorkerFolder in(Path temp) throws IOException {
        Files.createDirectories(temp);
        return new WorkerFolder(Files.createTempDirectory(temp.toAbsolutePath(), "worker-"));
    }

    /// Deletes what can be deleted; what cannot is left to the system.
    public boolean delete() {
        try {
            Files.walkFileTree(path, new Deletion());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
