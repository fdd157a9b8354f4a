package nearside.hubside;

import java.io.IOException;
import java.util.Optional;

/// A file of a repository as a hub knows it.
///
/// @param path relative to the repository
/// @param oid git's id of the content, or of the pointer that stands for large content
/// @param sha256 of large content, which lies on the storage host
public record HubFile(String path, Content content, String oid, Optional<String> sha256) {
    static HubFile of(String path, Content content, long lfsFrom) throws IOException {
        if (content.size() < lfsFrom) {
            return new HubFile(path, content, Digests.gitBlob(content), Optional.empty());
        }
        String sha256 = Digests.sha256(content);
        Content pointer = Content.of(pointer(sha256, content.size()));
        return new HubFile(path, content, Digests.gitBlob(pointer), Optional.of(sha256));
    }

    private static String pointer(String sha256, long size) {
        return "version https://git-lfs.github.com/spec/v1\noid sha256:"
                + sha256
                + "\nsize "
                + size
                + "\n";
    }

    /// How long the pointer is that stands for large content.
    int pointerSize() {
        return pointer(sha256.orElseThrow(), content.size()).length();
    }
}
