package nearside.storage.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Policy on Windows: a file that only administrators may write.
record WindowsSource(List<Path> places) implements PolicySource {
    private static final WindowsGuard GUARD = new WindowsGuard();

    WindowsSource {
        places = List.copyOf(places);
    }

    @Override
    public PolicyTexts look() {
        return new PolicyFiles(GUARD::of).read(places);
    }

    @Override
    public Optional<PolicyFault> fault(Path named) {
        return switch (GUARD.of(named)) {
            case Custody.Absent _ -> Optional.of(new PolicyFault.Unreadable(named));
            case Custody.Faulty(PolicyFault fault) -> Optional.of(fault);
            case Custody.Administrators _ -> Optional.empty();
        };
    }
}
