package nearside.desktop.start;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where this person's profile and logs lie, by the rules of each system.
///
/// @param profile conversations, settings and imported models
/// @param logs ids, sizes and codes, never content
public record Places(Path profile, Path logs) {
    public Places {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(logs);
    }

    /// A profile named on the command line or by `NEARSIDE_DATA_DIR` keeps its logs inside; else
    /// the system's usual folders.
    public static Places of(
            Optional<Path> named, String system, Map<String, String> environment, Path home) {
        Optional<Path> folder = named.or(() -> set(environment, "NEARSIDE_DATA_DIR").map(Path::of));
        return folder.map(Path::toAbsolutePath)
                .map(path -> new Places(path, path.resolve("logs")))
                .orElseGet(() -> usual(system, environment, home(environment, home)));
    }

    /// `HOME` is what a person set; the JVM asks the user database instead.
    private static Path home(Map<String, String> environment, Path otherwise) {
        return absolute(environment, "HOME", otherwise);
    }

    private static Places usual(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            Path local =
                    set(environment, "LOCALAPPDATA")
                            .map(Path::of)
                            .orElse(home.resolve("AppData").resolve("Local"));
            return new Places(local.resolve("Nearside"), local.resolve("Nearside").resolve("Logs"));
        }
        if (system.startsWith("Mac")) {
            Path library = home.resolve("Library");
            return new Places(
                    library.resolve("Application Support").resolve("Nearside"),
                    library.resolve("Logs").resolve("Nearside"));
        }
        Path data = absolute(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
        Path state = absolute(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
        return new Places(data.resolve("nearside"), state.resolve("nearside").resolve("logs"));
    }

    /// A relative path is to be ignored, say the XDG rules.
    private static Path absolute(Map<String, String> environment, String name, Path otherwise) {
        return set(environment, name).map(Path::of).filter(Path::isAbsolute).orElse(otherwise);
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
