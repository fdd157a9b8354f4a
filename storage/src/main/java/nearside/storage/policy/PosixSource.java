package nearside.storage.policy;

import nearside.storage.policy.Custody.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Policy on Linux and macOS: files of root in folders of root, up to the root of the system.
record PosixSource(PosixGuard guard, Path place, Kind kind) implements PolicySource {
    private static final int MOST_FILES = 64;

    @Override
    public List<Path> places() {
        return List.of(place);
    }

    @Override
    public PolicyTexts look() {
        return switch (kind) {
            case FILE -> read(List.of(place));
            case FOLDER ->
                    switch (guard.of(place, Kind.FOLDER)) {
                        case Custody.Absent _ -> PolicyTexts.NONE;
                        case Custody.Faulty(PolicyFault fault) -> only(fault);
                        case Custody.Administrators _ -> readFolder();
                    };
        };
    }

    @Override
    public Optional<PolicyFault> fault(Path named) {
        return switch (guard.of(named, Kind.FILE)) {
            case Custody.Absent _ -> Optional.of(new PolicyFault.Unreadable(named));
            case Custody.Faulty(PolicyFault fault) -> Optional.of(fault);
            case Custody.Administrators _ -> Optional.empty();
        };
    }

    private PolicyTexts readFolder() {
        try (Stream<Path> entries = Files.list(place)) {
            List<Path> files =
                    entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            return files.size() <= MOST_FILES
                    ? read(files)
                    : only(new PolicyFault.TooMany(place, files.size(), MOST_FILES));
        } catch (IOException unreadable) {
            return only(new PolicyFault.Unreadable(place));
        }
    }

    private PolicyTexts read(List<Path> files) {
        return new PolicyFiles(file -> guard.of(file, Kind.FILE)).read(files);
    }

    private static PolicyTexts only(PolicyFault fault) {
        return new PolicyTexts(List.of(), List.of(fault));
    }
}
