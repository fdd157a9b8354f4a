package nearside.packaging;

import nearside.packaging.launcher.AppImage;
import nearside.packaging.launcher.Launchers;
import nearside.packaging.layout.Folder;
import nearside.packaging.layout.Jars;
import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Stamp;
import nearside.packaging.runtime.JavaRuntime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Lays out the runnable folder from the jars on this program's own class path. A second run with
/// the same inputs does nothing.
public final class RunnableFolder {
    private final Path root;
    private final Path target;
    private final String version;
    private final Machine machine = Machine.current();

    private RunnableFolder(Path root, Path target, String version) {
        this.root = root;
        this.target = target;
        this.version = version;
    }

    /// Arguments: the project's root, the folder to build in, the version.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        new RunnableFolder(root, Path.of(arguments[1]), arguments[2]).layOut();
    }

    private void layOut() throws IOException, InterruptedException {
        Jars jars =
                Jars.among(classPath().filter(path -> path.toString().endsWith(".jar")).toList());
        Path runtime = target.resolve("runtime");
        Stamp linked = new JavaRuntime(runtime, jars, machine).link();
        Stamp stamp = Stamp.of(List.of(linked.digest(), version), inputs());
        Path stampFile = target.resolve("nearside.stamp");
        Folder folder = Folder.in(target, Launchers.CORE, machine.platform());
        if (stamp.standsIn(stampFile)) {
            return;
        }
        new AppImage(folder, runtime, icon(), version).make(jars);
        new Contents(folder, runtime, jars, machine).fill(root, version);
        stamp.writeTo(stampFile);
        System.out.println("Nearside lies in " + folder.root());
    }

    private Path icon() {
        return root.resolve("icons/rendered")
                .resolve(
                        switch (machine.platform()) {
                            case LINUX -> "nearside-256.png";
                            case WINDOWS -> "nearside.ico";
                            case MACOS -> "nearside.icns";
                        });
    }

    private List<Path> inputs() {
        return Stream.concat(
                        classPath(),
                        Stream.of(
                                        "models",
                                        "icons/rendered",
                                        "LICENSE",
                                        "THIRD-PARTY.md",
                                        "packaging/legal")
                                .map(root::resolve))
                .toList();
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }
}
