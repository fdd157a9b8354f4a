package nearside.packaging.runtime;

import nearside.packaging.layout.Jars;
import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Platform;
import nearside.packaging.layout.Stamp;
import nearside.packaging.layout.Trees;

import java.io.IOException;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The Java runtime that both programs share: the JDK's modules they need, and JavaFX.
public record JavaRuntime(Path home, Jars jars, Machine machine) {
    /// What no descriptor asks for: ONNX Runtime, DJL and JNA have none, and some modules only
    /// provide services (languages, certificates on smart cards, screen readers on Windows).
    private static final List<String> UNNAMED =
            List.of(
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.xml",
                    "jdk.accessibility",
                    "jdk.crypto.cryptoki",
                    "jdk.localedata",
                    "jdk.management",
                    "jdk.unsupported",
                    "jdk.zipfs");

    private static final String WINDOWS_CERTIFICATES = "jdk.crypto.mscapi";

    /// Links the runtime, unless the one that lies there was linked from the same inputs.
    public Stamp link() throws IOException, InterruptedException {
        Stamp stamp = Stamp.of(facts(), javaFxJars());
        Path stampFile = home.resolveSibling(home.getFileName() + ".stamp");
        if (!stamp.standsIn(stampFile)) {
            Trees.remove(home);
            linkAnew();
            stamp.writeTo(stampFile);
        }
        return stamp;
    }

    private void linkAnew() throws IOException, InterruptedException {
        Path jmods = home.resolveSibling("jmods");
        Trees.remove(jmods);
        Files.createDirectories(jmods);
        for (ModuleReference module : jars.javafx()) {
            new JavaFxModule(module.descriptor().name(), Jars.file(module))
                    .writeJmod(jmods, machine);
        }
        List<String> arguments = new ArrayList<>(options());
        arguments.addAll(List.of("--module-path", jmods.toString(), "--output", home.toString()));
        new JdkTool("jlink").run(arguments);
    }

    /// Uncompressed, since an installer packs better than jlink; with the class archive, from which
    /// the worker starts.
    private List<String> options() {
        return List.of(
                "--add-modules",
                String.join(",", modules()),
                "--include-locales=en,zh",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-0",
                "--generate-cds-archive");
    }

    private Set<String> modules() {
        Set<String> modules = new TreeSet<>(jars.systemModules());
        modules.addAll(UNNAMED);
        if (machine.platform() == Platform.WINDOWS) {
            modules.add(WINDOWS_CERTIFICATES);
        }
        jars.javafx().forEach(module -> modules.add(module.descriptor().name()));
        return modules;
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>(options());
        facts.add(Runtime.version().toString());
        facts.add(System.getProperty("java.vendor.version", ""));
        facts.add(machine.toString());
        return facts;
    }

    private List<Path> javaFxJars() {
        return jars.javafx().stream().map(Jars::file).toList();
    }
}
