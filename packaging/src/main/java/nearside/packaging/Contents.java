package nearside.packaging;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.packaging.launcher.Programs;
import nearside.packaging.launcher.WorkerStarter;
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
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// What goes into the folder beside programs and runtime: jars of both processes, natives, the
/// starter model, the catalogue, licences, launcher files with their AOT caches.
record Contents(Folder folder, Path runtime, Jars jars, Machine machine) {
    void fill(Path root, String version) throws IOException, InterruptedException {
        Path app = folder.app();
        stage(jars.core(), app.resolve("core"));
        stage(jars.worker(), app.resolve("worker"));
        List<Path> all = files(Stream.concat(jars.core().stream(), jars.worker().stream()));
        NativeFolder.fill(app.resolve("natives"), all.stream().map(Jar::new).toList(), machine);
        Trees.link(
                root.resolve("models").resolve(Programs.STARTER),
                app.resolve("models").resolve(Programs.STARTER));
        putCatalogue(root.resolve("models"), app.resolve("models"));
        new LegalTexts(root).writeTo(app.resolve("legal"), all);
        WorkerStarter.putInto(folder, runtime);
        new Programs(runtime, version).write(folder, folder);
    }

    private static void putCatalogue(Path from, Path to) throws IOException {
        for (String name :
                List.of(
                        CatalogueFolder.CATALOGUE,
                        CatalogueFolder.CATALOGUE + CatalogueFolder.SIGNED)) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
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
