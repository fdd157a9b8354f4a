package nearside.hubside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A repository at one commit.
///
/// @param repository as `owner/name`
/// @param files by path
/// @param commit 40 hex digits that follow from the files
public record HubContent(String repository, List<HubFile> files, String commit) {
    public HubContent {
        files = files.stream().sorted(Comparator.comparing(HubFile::path)).toList();
    }

    /// What lies in a folder on disk, with its folders.
    ///
    /// @param folderInRepository where it lies there, `a/b`; empty for the top
    /// @param lfsFrom the least size that goes to the storage host
    public static HubContent of(
            Path folder, String repository, String folderInRepository, long lfsFrom)
            throws IOException {
        Map<String, Content> files = new TreeMap<>();
        String start = folderInRepository.isEmpty() ? "" : folderInRepository + "/";
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(start + name, Content.of(file));
            }
        }
        return of(repository, files, lfsFrom);
    }

    /// Files by their paths.
    public static HubContent of(String repository, Map<String, Content> byPath, long lfsFrom)
            throws IOException {
        List<HubFile> files = new ArrayList<>();
        for (Map.Entry<String, Content> file : new TreeMap<>(byPath).entrySet()) {
            files.add(HubFile.of(file.getKey(), file.getValue(), lfsFrom));
        }
        return new HubContent(repository, files, Digests.sha1(repository + lines(files)));
    }

    private static String lines(List<HubFile> files) {
        StringBuilder all = new StringBuilder();
        files.forEach(file -> all.append('\n').append(file.oid()).append(' ').append(file.path()));
        return all.toString();
    }

    /// The file of that path.
    public Optional<HubFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }
}
