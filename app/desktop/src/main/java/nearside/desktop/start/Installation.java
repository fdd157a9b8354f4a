package nearside.desktop.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// What came with the program: the starter model and the launcher of the worker.
public record Installation(Path starter, List<String> worker) {

    /// The folder of the embedded model under `models`.
    private static final String STARTER = "smollm2-135m-instruct-int4";

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
                        .or(() -> app.map(folder -> List.of(launcher(properties, folder))))
                        .orElseThrow(() -> new IllegalStateException("nearside.app is not set"));
        return new Installation(models.resolve(STARTER), worker);
    }

    private static List<String> fromBuild(Properties properties, String arguments) {
        Path java = Path.of(properties.getProperty("java.home"), "bin", "java");
        return List.of(java.toString(), "@" + arguments);
    }

    /// Beside the program's own launcher: `bin` on Linux, the top folder on Windows, `MacOS` on
    /// macOS.
    private static String launcher(Properties properties, Path app) {
        String system = properties.getProperty("os.name");
        if (system.startsWith("Windows")) {
            return app.resolveSibling("nearside-engine.exe").toString();
        }
        String folder = system.startsWith("Mac") ? "../MacOS" : "../../bin";
        return app.resolve(folder).resolve("nearside-engine").normalize().toString();
    }
}
