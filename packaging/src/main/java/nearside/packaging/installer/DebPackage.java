package nearside.packaging.installer;

import nearside.packaging.launcher.Launchers;
import nearside.packaging.launcher.Programs;
import nearside.packaging.layout.Folder;
import nearside.packaging.layout.Platform;
import nearside.packaging.layout.Trees;
import nearside.packaging.natives.Jar;
import nearside.packaging.runtime.JdkTool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The Debian package, made from the runnable folder. Windows and macOS have theirs with a later
/// issue.
public final class DebPackage {
    /// What `dpkg-deb` is told: zstd, which takes two seconds where xz takes thirty for eight
    /// percent less; and one time for all files, the one that the AOT cache knows.
    private static final Map<String, String> PACKING =
            Map.of(
                    "DPKG_DEB_COMPRESSOR_TYPE",
                    "zstd",
                    "DPKG_DEB_COMPRESSOR_LEVEL",
                    "3",
                    "SOURCE_DATE_EPOCH",
                    Long.toString(Jar.TIME.getEpochSecond()));

    private final Path root;
    private final Path target;
    private final String version;

    private DebPackage(Path root, Path target, String version) {
        this.root = root;
        this.target = target;
        this.version = version;
    }

    /// Arguments: the project's root, the folder that holds the runnable folder, the version.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        new DebPackage(root, Path.of(arguments[1]), arguments[2]).build();
    }

    private void build() throws IOException, InterruptedException {
        Path image = target.resolve("deb/nearside");
        Trees.remove(image);
        Trees.copy(target.resolve(Launchers.CORE), image);
        retrain(new Folder(image, Platform.LINUX));
        new JdkTool("jpackage", PACKING).run(arguments(image));
        System.out.println("The package lies in " + target.resolve("deb"));
    }

    /// The folder's own AOT caches are of no use where the package is installed.
    private void retrain(Folder folder) throws IOException, InterruptedException {
        Programs programs = new Programs(target.resolve("runtime"), version);
        programs.writePlain(folder);
        InstalledPlace.train(folder, programs)
                .ifPresent(why ->
                        System.out.println(
                                "The package has no AOT caches, so starts take longer: " + why));
    }

    private List<String> arguments(Path image) {
        return List.of(
                "--type",
                "deb",
                "--app-image",
                image.toString(),
                "--dest",
                target.resolve("deb").toString(),
                "--name",
                Launchers.CORE,
                "--app-version",
                version,
                "--vendor",
                "Nearside",
                "--description",
                "A copilot that thinks on your own device first",
                "--license-file",
                root.resolve("LICENSE").toString(),
                "--linux-package-name",
                Launchers.CORE,
                "--linux-deb-maintainer",
                "maintainers@nearside.invalid",
                "--linux-package-deps",
                "libsecret-1-0",
                "--linux-menu-group",
                "Office",
                "--linux-app-category",
                "utils",
                "--linux-shortcut",
                "--file-associations",
                root.resolve("packaging/src/main/associations/conversations.properties").toString(),
                "--resource-dir",
                root.resolve("packaging/src/main/deb").toString());
    }
}
