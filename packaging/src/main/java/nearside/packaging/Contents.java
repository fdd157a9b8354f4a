package nearside.packaging;

import nearside.packaging.launcher.LauncherFile;
import nearside.packaging.launcher.Launchers;
import nearside.packaging.launcher.Training;
import nearside.packaging.layout.Folder;
import nearside.packaging.layout.Jars;
import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Trees;
import nearside.packaging.natives.Jar;
import nearside.packaging.natives.NativeFolder;

import java.io.IOException;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What goes into the folder beside launchers and runtime: jars of both processes, natives, the
/// starter model, licences, and the AOT cache.
record Contents(Folder folder, Path runtime, Jars jars, Machine machine) {
    private static final String STARTER = "smollm2-135m-instruct-int4";

    void fill(Path root, String version) throws IOException, InterruptedException {
        Path app = folder.app();
        stage(jars.core(), app.resolve("core"));
        stage(jars.worker(), app.resolve("worker"));
        List<Path> all = files(Stream.concat(jars.core().stream(), jars.worker().stream()));
        NativeFolder.fill(app.resolve("natives"), all.stream().map(Jar::new).toList(), machine);
        Trees.link(root.resolve("models").resolve(STARTER), app.resolve("models").resolve(STARTER));
        new LegalTexts(root).writeTo(app.resolve("legal"), all);
        Launchers.worker().writeTo(folder.launcherFile(Launchers.WORKER));
        train(Launchers.core(version));
    }

    private void train(LauncherFile core) throws IOException, InterruptedException {
        Path file = folder.launcherFile(Launchers.CORE);
        core.writeTo(file);
        Optional<String> failure = new Training(runtime, core, folder.app()).failure();
        if (failure.isPresent()) {
            System.out.println(
                    "No AOT cache, so starts take longer; the training run said: " + failure.get());
            return;
        }
        core.with(Training.OPTION).writeTo(file);
    }

    private static void stage(List<ModuleReference> modules, Path place) throws IOException {
        Trees.remove(place);
        Files.createDirectories(place);
        for (Path jar : files(modules.stream())) {
            new Jar(jar).copyStripped(place.resolve(jar.getFileName()));
        }
    }

    private static List<Path> files(Stream<ModuleReference> modules) {
        return modules.map(Jars::file).distinct().toList();
    }
}
