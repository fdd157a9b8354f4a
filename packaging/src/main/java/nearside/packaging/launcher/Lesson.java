package nearside.packaging.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What is done with a program so that its JVM learns from it.
public sealed interface Lesson permits WindowLesson, WorkerLesson {
    /// The cache's file name, beside the launcher files.
    String cache();

    /// The file name of the cache of that program.
    static String cacheOf(String program) {
        return program + ".aot";
    }

    /// Options of the JVM for the lesson alone.
    List<String> options();

    /// Arguments of the program.
    List<String> arguments(Path profile);

    /// Starts it.
    ///
    /// @param output where its complaints go
    Process start(ProcessBuilder program, Path output) throws IOException;

    /// Uses it for a while and asks it to end; false when it ended by itself or did not do what it
    /// is for.
    boolean use(Process program) throws InterruptedException;
}
