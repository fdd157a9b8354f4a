package nearside.engine.pack;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for packs, and loads nothing.
public final class PackLook {
    /// The version of ONNX Runtime that the worker's classes are of: their native half is of the
    /// same one or breaks.
    public static final String VERSION = "1.29.0";

    private final PackSystem system;

    /// @param system the JVM's name of the operating system
    public PackLook(String system) {
        this.system = PackSystem.of(system);
    }

    /// Each folder in this one, by name; none where this one is not there.
    public List<PackFinding> below(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (Files.isSymbolicLink(folder)) {
            return List.of(new PackFinding.Unusable(folder, link(folder)));
        }
        List<Path> inside = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
            all.forEach(inside::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of(new PackFinding.Unusable(folder, new PackFlaw.Unreadable()));
        }
        return inside.stream().sorted().map(this::of).toList();
    }

    /// This folder alone.
    public PackFinding of(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            return new PackFinding.Unusable(folder, link(folder));
        }
        try {
            return of(folder, PackFiles.in(folder, system));
        } catch (IOException unreadable) {
            return new PackFinding.Unusable(folder, new PackFlaw.Unreadable());
        }
    }

    private static PackFinding of(Path folder, PackFiles files) {
        Optional<PackFlaw> flaw = files.flaw(VERSION);
        return flaw.<PackFinding>map(it -> new PackFinding.Unusable(folder, it))
                .orElseGet(() ->
                        new PackFinding.Usable(
                                new Pack(
                                        folder.toAbsolutePath(),
                                        files.provider().orElseThrow(),
                                        files.stamp())));
    }

    private static PackFlaw link(Path folder) {
        return new PackFlaw.Link(String.valueOf(folder.getFileName()));
    }
}
