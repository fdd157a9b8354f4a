package nearside.desktop.start;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.engine.pack.PackFinding;
import nearside.engine.pack.PackLook;
import nearside.storage.policy.PolicySource;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What came with the program or was put beside it: the starter model, how the worker is started,
/// and builds of its runtime.
public record Installation(Path starter, List<String> worker, List<PackFinding> packs) {
    /// Where packs lie, beside the folder of the program's parts and in the same hands.
    private static final String RUNTIMES = "runtimes";

    /// The folder of the embedded model under `models`.
    private static final String STARTER = "smollm2-135m-instruct-int4";

    /// The program that is the worker, as task managers show it.
    private static final String WORKER = "nearside-engine";

    public Installation {
        Objects.requireNonNull(starter);
        worker = List.copyOf(worker);
        packs = List.copyOf(packs);
    }

    /// One without packs.
    public Installation(Path starter, List<String> worker) {
        this(starter, worker, List.of());
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
        PackLook look = new PackLook(properties.getProperty("os.name"));
        List<PackFinding> packs =
                app.map(folder -> look.below(folder.resolveSibling(RUNTIMES))).orElse(List.of());
        return new Installation(models.resolve(STARTER), worker, packs);
    }

    /// The same, with the pack that a policy names before the others.
    public Installation under(PolicySource policy) {
        PackLook look = new PackLook(System.getProperty("os.name"));
        Optional<PackFinding> named = new NamedPack(look, policy).find();
        return new Installation(
                starter, worker, Stream.concat(named.stream(), packs.stream()).toList());
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
