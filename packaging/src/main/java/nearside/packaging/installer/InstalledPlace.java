package nearside.packaging.installer;

import nearside.packaging.launcher.Programs;
import nearside.packaging.layout.Folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The place at which a package installs. An AOT cache must be trained there, so a link stands in
/// for the installed folder while the package is built; that takes the right to write to `/opt`.
final class InstalledPlace {
    private static final Path PLACE = Path.of("/opt/nearside");

    private InstalledPlace() {}

    /// Trains a folder as if it were installed; says why when it cannot.
    static Optional<String> train(Folder folder, Programs programs)
            throws IOException, InterruptedException {
        if (Files.exists(PLACE, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("Nearside is installed at " + PLACE + ", remove it first");
        }
        if (!Files.isWritable(Path.of("/opt"))) {
            return Optional.of("this user may not write to /opt");
        }
        Files.createSymbolicLink(PLACE, folder.root());
        try {
            programs.write(folder, new Folder(PLACE, folder.platform()));
            return Optional.empty();
        } finally {
            Files.delete(PLACE);
        }
    }
}
