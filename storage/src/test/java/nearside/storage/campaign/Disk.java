package nearside.storage.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A disk and its cache. Safe is what was forced: bytes and length of a file when the file was,
/// names in a folder when the folder was. Of bytes written since, any may be there; of names made,
/// moved or unlinked since, the first ones of each folder, as journaling file systems do. That is
/// harsher than most disks: ext4 makes a name safe with its file, and few lose an older write and
/// keep a later one.
final class Disk {
    private final Map<String, DiskFile> names = new HashMap<>();
    private final Map<String, DiskFile> safeNames = new HashMap<>();
    private final Set<String> safeFolders = new TreeSet<>(Set.of(""));

    /// For each folder, what happened to names in it since it was forced.
    private final Map<String, List<Change>> pending = new HashMap<>();

    /// One change of names, whole or not at all.
    ///
    /// @param there the file that now has the name; empty for a folder
    private record Change(Optional<String> gone, Optional<String> come, Optional<DiskFile> there) {}

    /// As a folder is now, all of it safe.
    static Disk of(Path folder) throws IOException {
        Disk disk = new Disk();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> !it.equals(folder)).toList()) {
                String name = folder.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    disk.safeFolders.add(name);
                } else {
                    disk.names.put(name, new DiskFile(Files.readAllBytes(file)));
                }
            }
        }
        disk.safeNames.putAll(disk.names);
        return disk;
    }

    void add(Deed deed) {
        switch (deed) {
            case Deed.Write(String file, int _, var _) -> at(file).add(deed);
            case Deed.Resize(String file, int _) -> at(file).add(deed);
            case Deed.Make(String file) -> {
                if (!names.containsKey(file)) {
                    DiskFile fresh = new DiskFile(new byte[0]);
                    change(
                            file,
                            new Change(Optional.empty(), Optional.of(file), Optional.of(fresh)));
                }
            }
            case Deed.MakeFolder(String folder) ->
                    change(
                            folder,
                            new Change(Optional.empty(), Optional.of(folder), Optional.empty()));
            case Deed.Move(String from, String to) ->
                    change(
                            from,
                            new Change(Optional.of(from), Optional.of(to), Optional.of(at(from))));
            case Deed.Unlink(String file) ->
                    change(file, new Change(Optional.of(file), Optional.empty(), Optional.empty()));
            case Deed.Force(String name) -> force(name);
            case Deed.Tell _ -> {}
        }
    }

    private DiskFile at(String file) {
        return Optional.ofNullable(names.get(file))
                .orElseThrow(() -> new IllegalStateException("no file " + file));
    }

    private void change(String name, Change change) {
        change.gone().ifPresent(names::remove);
        change.there().ifPresent(file -> names.put(change.come().orElseThrow(), file));
        String folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
        pending.computeIfAbsent(folder, none -> new ArrayList<>()).add(change);
    }

    private void force(String name) {
        if (names.containsKey(name)) {
            at(name).force();
        } else {
            List<Change> changes = pending.remove(name);
            if (changes != null) {
                changes.forEach(this::safe);
            }
        }
    }

    private void safe(Change change) {
        change.gone().ifPresent(safeNames::remove);
        change.come()
                .ifPresent(name ->
                        change.there()
                                .ifPresentOrElse(
                                        file -> safeNames.put(name, file),
                                        () -> safeFolders.add(name)));
    }

    /// The power goes: puts what is left into an empty folder.
    void cut(Path folder, Fate fate, SplittableRandom random) throws IOException {
        for (List<Change> changes : pending.values()) {
            int kept =
                    switch (fate) {
                        case ALL -> changes.size();
                        case NONE -> 0;
                        case FIRST, ANY, TORN -> random.nextInt(changes.size() + 1);
                    };
            changes.subList(0, kept).forEach(this::safe);
        }
        new HashSet<>(safeNames.values()).forEach(file -> file.cut(fate, random));
        for (String each : safeFolders) {
            Files.createDirectories(folder.resolve(each));
        }
        for (Map.Entry<String, DiskFile> each : safeNames.entrySet()) {
            if (Files.isDirectory(folder.resolve(each.getKey()).resolveSibling("."))) {
                Files.write(folder.resolve(each.getKey()), each.getValue().content());
            }
        }
    }
}
