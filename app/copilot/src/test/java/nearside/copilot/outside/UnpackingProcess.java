package nearside.copilot.outside;

import nearside.copilot.models.Models;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A process of its own that imports an archive and says when it is in the middle, to be killed
/// there.
final class UnpackingProcess {
    private static final long MIDDLE = 8 << 20;

    private UnpackingProcess() {}

    /// @param args starter, profile, archive
    static void main(String[] args) throws IOException {
        Path profile = Path.of(args[1]);
        Thread.ofPlatform().daemon().start(() -> watch(profile.resolve("models")));
        Models models =
                new Models(Path.of(args[0]), new ModelShelf(profile), new SettingsFile(profile));
        System.out.println(models.bringIn(Path.of(args[2])));
    }

    private static void watch(Path shelf) {
        while (size(shelf) < MIDDLE) {
            Thread.onSpinWait();
        }
        System.out.println("middle");
    }

    private static long size(Path shelf) {
        try (Stream<Path> files = Files.walk(shelf)) {
            return files.filter(file -> file.endsWith("zeros.data"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException notYet) {
            return 0;
        }
    }

    static Process start(Path starter, Path profile, Path archive) throws IOException {
        String path =
                String.join(
                        File.pathSeparator,
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        Path.of("target", "test-classes").toString());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        UnpackingProcess.class.getName(),
                        starter.toString(),
                        profile.toString(),
                        archive.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
