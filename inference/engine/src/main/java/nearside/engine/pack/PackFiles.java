package nearside.engine.pack;

import nearside.engine.accelerator.Provider;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies in a folder, judged by names and kinds alone.
final class PackFiles {
    private static final String DIRECTML = "DirectML.dll";
    private static final Pattern VERSIONED =
            Pattern.compile("libonnxruntime\\.so\\.(\\d+\\.\\d+\\.\\d+)");

    private final PackSystem system;
    private final SortedMap<String, BasicFileAttributes> entries;

    private PackFiles(PackSystem system, SortedMap<String, BasicFileAttributes> entries) {
        this.system = system;
        this.entries = entries;
    }

    static PackFiles in(Path folder, PackSystem system) throws IOException {
        SortedMap<String, BasicFileAttributes> entries = new TreeMap<>(system.names());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                entries.put(
                        each.getFileName().toString(),
                        Files.readAttributes(
                                each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return new PackFiles(system, entries);
    }

    /// By the provider's own library. The runtime brings CUDA in one of its own and has DirectML
    /// inside, beside which the system's part lies.
    Optional<Provider> provider() {
        if (entries.containsKey(cuda())) {
            return Optional.of(Provider.CUDA);
        }
        return system == PackSystem.WINDOWS && entries.containsKey(DIRECTML)
                ? Optional.of(Provider.DIRECTML)
                : Optional.empty();
    }

    private String cuda() {
        return system.file("onnxruntime_providers_cuda");
    }

    /// The first thing that is wrong.
    ///
    /// @param version that is needed
    Optional<PackFlaw> flaw(String version) {
        return link().or(this::otherSystem)
                .or(this::missing)
                .or(this::noAccelerator)
                .or(() -> otherVersion(version));
    }

    private Optional<PackFlaw> link() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().isSymbolicLink() || entry.getValue().isOther())
                .findFirst()
                .map(entry -> new PackFlaw.Link(entry.getKey()));
    }

    private Optional<PackFlaw> otherSystem() {
        return entries.containsKey(system.runtime())
                ? Optional.empty()
                : entries.keySet().stream()
                        .filter(name -> PackSystem.ofRuntime(name).isPresent())
                        .findFirst()
                        .map(PackFlaw.OtherSystem::new);
    }

    private Optional<PackFlaw> missing() {
        List<String> missing = needed().stream().filter(name -> !isFile(name)).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new PackFlaw.Missing(missing));
    }

    private List<String> needed() {
        List<String> needed = new ArrayList<>(List.of(system.runtime(), system.binding()));
        if (provider().equals(Optional.of(Provider.CUDA))) {
            needed.addAll(List.of(system.file("onnxruntime_providers_shared"), cuda()));
        } else if (provider().equals(Optional.of(Provider.DIRECTML))) {
            needed.add(DIRECTML);
        }
        return needed;
    }

    private boolean isFile(String name) {
        BasicFileAttributes found = entries.get(name);
        return found != null && found.isRegularFile();
    }

    private Optional<PackFlaw> noAccelerator() {
        return provider().isPresent()
                ? Optional.empty()
                : Optional.of(new PackFlaw.NoAccelerator());
    }

    private Optional<PackFlaw> otherVersion(String needed) {
        return entries.keySet().stream()
                .flatMap(PackFiles::version)
                .filter(found -> !found.equals(needed))
                .findFirst()
                .map(found -> new PackFlaw.OtherVersion(found, needed));
    }

    private static Stream<String> version(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        return versioned.matches() ? Stream.of(versioned.group(1)) : Stream.empty();
    }

    String stamp() {
        return entries.entrySet().stream()
                .map(entry ->
                        entry.getKey()
                                + " "
                                + entry.getValue().size()
                                + " "
                                + entry.getValue().lastModifiedTime().toMillis())
                .collect(Collectors.joining("\n"));
    }
}
