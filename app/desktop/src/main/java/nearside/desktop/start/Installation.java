package nearside.desktop.start;

import nearside.copilot.catalogue.CatalogueFolder;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// What came with the program: the starter model and how the worker is started.
public record Installation(Path starter, List<String> worker) {

    /// The folder of the embedded model under `models`.
    private static final String STARTER = "smollm2-135m-instruct-int4";

    /// The program that is the worker, as task managers show it.
    private static final String WORKER = "nearside-engine";

    public Installation {
        Objects.requireNonNull(starter);
        worker = List.copyOf(worker);
    }

    /// The installed program says by `nearside.app` where it lies; a build tree says by
    /// `nearside.models` and `nearside.worker.args` where its parts are.
    public static Installation of(Properties properties) {
        Optional<Path> app =
                Optional.ofNullable(properties.getProperty("nearside.app")).map(Path::of);
        Path models =
                Optional.ofNullable(properties.getProperty("nearside.models"))
                        .map(Path::of)
                        .or(() -> app.map(folder -> folder.resolve("models")))
                        .orElseThrow(() -> new IllegalStateException("nearside.app is not set"));
        List<String> worker =
                Optional.ofNullable(properties.getProperty("nearside.worker.args"))
                        .map(arguments -> fromBuild(properties, arguments))
                        .or(() -> app.map(folder -> installed(properties, folder)))
                        .orElseThrow(() -> new IllegalStateException("nearside.app is not set"));
        return new Installation(models.resolve(STARTER), worker);
    }

    /// Where the program's own catalogue lies: beside the starter.
    public CatalogueFolder catalogue() {
        Path beside = starter.resolveSibling(CatalogueFolder.CATALOGUE).toAbsolutePath();
        return new CatalogueFolder(Objects.requireNonNull(beside.getParent()));
    }

    private static List<String> fromBuild(Properties properties, String arguments) {
        Path java = Path.of(properties.getProperty("java.home"), "bin", "java");
        return List.of(java.toString(), "@" + arguments);
    }

    /// On Linux the runtime's own starter, with the options of the launcher file: the launcher
    /// would first ask two package managers whose file it is, which takes a tenth of a second.
    /// Elsewhere the launcher, which lies beside the program's own.
    private static List<String> installed(Properties properties, Path app) {
        String system = properties.getProperty("os.name");
        if (system.startsWith("Windows")) {
            return List.of(app.resolveSibling(WORKER + ".exe").toString());
        }
        if (system.startsWith("Mac")) {
            return List.of(app.resolve("../MacOS").resolve(WORKER).normalize().toString());
        }
        Path starter = app.resolveSibling("runtime").resolve("bin").resolve(WORKER);
        return LauncherOptions.command(starter, app.resolve(WORKER + ".cfg"));
    }
}
