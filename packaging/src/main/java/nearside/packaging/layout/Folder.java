package nearside.packaging.layout;

import java.nio.file.Path;

/// The runnable folder, in the layout that jpackage gives a program on each system.
public record Folder(Path root, Platform platform) {

    /// The folder named `name` that jpackage makes in `parent`.
    public static Folder in(Path parent, String name, Platform platform) {
        String folder = platform == Platform.MACOS ? name + ".app" : name;
        return new Folder(parent.resolve(folder), platform);
    }

    /// What launchers call `$APPDIR`: jars, natives, models, legal texts.
    public Path app() {
        return switch (platform) {
            case LINUX -> root.resolve("lib/app");
            case WINDOWS -> root.resolve("app");
            case MACOS -> root.resolve("Contents/app");
        };
    }

    /// The home of the Java runtime inside.
    public Path javaHome() {
        return switch (platform) {
            case LINUX -> root.resolve("lib/runtime");
            case WINDOWS -> root.resolve("runtime");
            case MACOS -> root.resolve("Contents/runtime/Contents/Home");
        };
    }

    /// The program that people and the core start.
    public Path launcher(String name) {
        return switch (platform) {
            case LINUX -> root.resolve("bin").resolve(name);
            case WINDOWS -> root.resolve(name + ".exe");
            case MACOS -> root.resolve("Contents/MacOS").resolve(name);
        };
    }

    /// The file that tells a launcher what to run.
    public Path launcherFile(String name) {
        return app().resolve(name + ".cfg");
    }
}
