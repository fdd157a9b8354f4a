package nearside.storage.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the administrators of one kind of system put policy, and how it is told that nobody else
/// did.
public interface PolicySource {
    /// The folders or files that are looked at.
    List<Path> places();

    /// What lies there. Missing is nothing; what others could have put there is a fault.
    PolicyTexts look();

    /// What is wrong with a file that a policy names, if it is not administrators' alone.
    Optional<PolicyFault> fault(Path named);

    /// What is wrong with a folder that a policy names, if not all files in it are administrators'
    /// alone.
    default Optional<PolicyFault> faultIn(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files = inside.filter(it -> !Files.isDirectory(it)).sorted().toList();
            return files.stream().flatMap(file -> fault(file).stream()).findFirst();
        } catch (IOException unreadable) {
            return Optional.of(new PolicyFault.Unreadable(folder));
        }
    }

    /// Of the system with that name.
    static PolicySource of(String system, Map<String, String> environment) {
        Path root = Path.of("/");
        if (system.startsWith("Windows")) {
            return new WindowsSource(windowsPlaces(environment));
        }
        return system.startsWith("Mac")
                ? new PosixSource(
                        new PosixGuard(root, PosixGuard.ROOT),
                        root.resolve("Library/Application Support/Nearside/policy.json"),
                        Custody.Kind.FILE)
                : new PosixSource(
                        new PosixGuard(root, PosixGuard.ROOT),
                        root.resolve("etc/nearside/policy/managed"),
                        Custody.Kind.FOLDER);
    }

    /// The environment is the person's to change, so it can add a place and take none away.
    private static List<Path> windowsPlaces(Map<String, String> environment) {
        return Stream.concat(
                        Stream.of("C:\\ProgramData"),
                        Optional.ofNullable(environment.get("ProgramData")).stream())
                .distinct()
                .map(folder -> Path.of(folder).resolve("Nearside").resolve("policy.json"))
                .toList();
    }

    /// How it stands with the policy that lies here.
    default PolicyState state() {
        PolicyTexts found = look();
        PolicyState state = PolicyState.of(found);
        return state.policy()
                .route()
                .ca()
                .flatMap(this::fault)
                .<PolicyState>map(fault -> new PolicyState.Restricted(List.of(fault)))
                .orElse(state);
    }
}
