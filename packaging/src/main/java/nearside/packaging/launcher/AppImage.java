package nearside.packaging.launcher;

import nearside.packaging.layout.Folder;
import nearside.packaging.layout.Jars;
import nearside.packaging.layout.Platform;
import nearside.packaging.layout.Trees;
import nearside.packaging.runtime.JdkTool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The folder as jpackage makes it: two launchers and the runtime, with an `app` folder that is
/// still to be filled.
public record AppImage(Folder folder, Path runtime, Path icon, String version) {

    /// Makes the folder anew.
    public void make(Jars jars) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("nearside-launchers");
        try {
            Trees.remove(folder.root());
            Path programs = Files.createDirectory(work.resolve("programs"));
            stage(jars, "nearside.desktop", programs);
            stage(jars, "nearside.worker", programs);
            Path worker = work.resolve("worker.properties");
            Files.writeString(worker, workerProperties());
            new JdkTool("jpackage").run(arguments(programs, worker));
            Trees.remove(folder.app().resolve("mods"));
            removeCommands(folder.javaHome().resolve("bin"));
        } finally {
            Trees.remove(work);
        }
    }

    /// The launchers load the JVM themselves. On Windows the same folder holds its libraries.
    private static void removeCommands(Path bin) throws IOException {
        try (Stream<Path> files = Files.walk(bin)) {
            for (Path file : files.filter(AppImage::isCommand).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isCommand(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".dll");
    }

    /// jpackage only looks whether the two modules exist; the real module paths are ours.
    private static void stage(Jars jars, String module, Path programs) throws IOException {
        Path jar = Jars.file(jars.named(module));
        Files.copy(jar, programs.resolve(jar.getFileName()));
    }

    private static String workerProperties() {
        return """
        module=%s
        win-console=true
        linux-shortcut=false
        win-shortcut=false
        win-menu=false
        """
                .formatted(Launchers.worker().mainModule());
    }

    private List<String> arguments(Path programs, Path worker) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--type", "app-image", "--name", Launchers.CORE));
        arguments.addAll(List.of("--dest", folder.root().resolveSibling("").toString()));
        arguments.addAll(List.of("--runtime-image", runtime.toString()));
        arguments.addAll(List.of("--module-path", programs.toString()));
        arguments.addAll(List.of("--module", Launchers.core(version).mainModule()));
        arguments.addAll(List.of("--add-launcher", Launchers.WORKER + "=" + worker));
        arguments.addAll(List.of("--icon", icon.toString(), "--vendor", "Nearside"));
        if (folder.platform() != Platform.MACOS) {
            // macOS refuses a version that begins with 0.
            arguments.addAll(List.of("--app-version", version));
        }
        return arguments;
    }
}
