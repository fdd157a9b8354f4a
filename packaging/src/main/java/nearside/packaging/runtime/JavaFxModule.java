package nearside.packaging.runtime;

import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Trees;
import nearside.packaging.natives.Jar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// One JavaFX module on its way from a jar into the runtime. As a jar it would unpack its native
/// libraries into every user's home; as a jmod it has them in the runtime's own `lib`.
record JavaFxModule(String name, Path jar) {

    /// Writes the module as `NAME.jmod` into a folder.
    void writeJmod(Path folder, Machine machine) throws IOException, InterruptedException {
        Path work = folder.resolve(name);
        unpack(work);
        new JdkTool("jmod")
                .run(
                        List.of(
                                "create",
                                "--class-path",
                                work.resolve("classes").toString(),
                                "--libs",
                                work.resolve("libs").toString(),
                                "--target-platform",
                                machine.jmodTarget(),
                                folder.resolve(name + ".jmod").toString()));
        Trees.remove(work);
    }

    private void unpack(Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        Path libs = Files.createDirectories(work.resolve("libs"));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Path place = Jar.isNative(entry.getName()) ? libs : classes;
                copy(zip, entry, place.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }
}
