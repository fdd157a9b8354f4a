package nearside.hubside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that was ever published on a hub: the newest commit of a repository is `main`, the older
/// ones stay to be asked for.
final class Revisions {
    private final List<HubContent> newestFirst = new ArrayList<>();

    synchronized void publish(HubContent content) {
        newestFirst.addFirst(content);
    }

    synchronized Optional<HubContent> at(String repository, String revision) {
        return newestFirst.stream()
                .filter(content -> content.repository().equals(repository))
                .filter(content -> revision.equals("main") || content.commit().equals(revision))
                .findFirst();
    }

    /// The large content with that SHA-256.
    synchronized Optional<Content> stored(String sha256) {
        return newestFirst.stream()
                .flatMap(content -> content.files().stream())
                .filter(file -> file.sha256().equals(Optional.of(sha256)))
                .map(HubFile::content)
                .findFirst();
    }
}
