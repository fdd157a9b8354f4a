package nearside.packaging.launcher;

import nearside.packaging.layout.Folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Writes the launcher files of a folder, each with an AOT cache where one can be made.
///
/// @param runtime the Java runtime to train, with its `java` command
public record Programs(Path runtime, String version) {
    /// The model that comes with the program.
    public static final String STARTER = "smollm2-135m-instruct-int4";

    /// Without caches.
    public void writePlain(Folder folder) throws IOException {
        plain(folder, Launchers.WORKER, Launchers.worker());
        plain(folder, Launchers.CORE, Launchers.core(version));
    }

    private static void plain(Folder folder, String name, LauncherFile launcher)
            throws IOException {
        Files.deleteIfExists(folder.app().resolve(Lesson.cacheOf(name)));
        launcher.writeTo(folder.launcherFile(name));
    }

    /// With caches.
    ///
    /// @param installed the same folder, at the place at which people will start it
    public void write(Folder folder, Folder installed) throws IOException, InterruptedException {
        writePlain(folder);
        Path starter = installed.app().resolve("models").resolve(STARTER);
        train(
                folder.launcherFile(Launchers.WORKER),
                new Training(
                        runtime, Launchers.worker(), installed.app(), new WorkerLesson(starter)));
        train(
                folder.launcherFile(Launchers.CORE),
                new Training(
                        runtime, Launchers.core(version), installed.app(), new WindowLesson()));
    }

    private static void train(Path file, Training training)
            throws IOException, InterruptedException {
        Optional<String> failure = training.failure();
        if (failure.isPresent()) {
            System.out.println(
                    "No "
                            + training.lesson().cache()
                            + ", so starts take longer; the training run said: "
                            + failure.get());
            return;
        }
        training.trained().writeTo(file);
    }
}
