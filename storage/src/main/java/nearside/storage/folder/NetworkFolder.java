package nearside.storage.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Folders on other machines. SQLite's log needs memory that all its processes share, and locks
/// that hold; neither is certain there (https://sqlite.org/wal.html,
/// https://sqlite.org/useovernet.html).
public final class NetworkFolder {
    /// As Linux and macOS name the types.
    private static final Set<String> TYPES =
            Set.of(
                    "9p",
                    "afpfs",
                    "afs",
                    "ceph",
                    "cifs",
                    "coda",
                    "davfs",
                    "glusterfs",
                    "lustre",
                    "ncpfs",
                    "nfs",
                    "nfs4",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "webdav");

    /// File systems of programs that reach over a network.
    private static final Set<String> PROGRAMS =
            Set.of("curlftpfs", "davfs2", "glusterfs", "rclone", "s3fs", "sshfs");

    private NetworkFolder() {}

    /// The type of a folder that lies elsewhere; empty for one of this machine. The folder need not
    /// be there yet.
    public static Optional<String> type(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return isShare(there.toRealPath().toString())
                ? Optional.of("smb")
                : Optional.of(Files.getFileStore(there).type()).filter(NetworkFolder::isNetwork);
    }

    /// Windows calls the type of a share by that of the disk behind it.
    static boolean isShare(String path) {
        return path.startsWith("\\\\")
                && !path.startsWith("\\\\?\\")
                && !path.startsWith("\\\\.\\");
    }

    static boolean isNetwork(String type) {
        String small = type.toLowerCase(Locale.ROOT);
        return TYPES.contains(small)
                || (small.startsWith("fuse.") && PROGRAMS.contains(small.substring(5)));
    }
}
