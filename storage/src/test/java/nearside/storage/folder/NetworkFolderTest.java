package nearside.storage.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

class NetworkFolderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone"})
    void theseAreElsewhere(String type) {
        assertTrue(NetworkFolder.isNetwork(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext4",
                "btrfs",
                "xfs",
                "zfs",
                "tmpfs",
                "overlay",
                "apfs",
                "NTFS",
                "fuseblk",
                "fuse.gocryptfs"
            })
    void theseAreHere(String type) {
        assertFalse(NetworkFolder.isNetwork(type));
    }

    @Test
    void aShareOfWindowsIsElsewhere() {
        assertTrue(NetworkFolder.isShare("\\\\server\\people\\anna"));
        assertFalse(NetworkFolder.isShare("C:\\Users\\anna"));
        assertFalse(NetworkFolder.isShare("\\\\?\\C:\\Users\\anna"));
        assertFalse(NetworkFolder.isShare("/home/anna"));
    }

    @Test
    void aFolderThatIsNotThereYetIsWhereTheOneAboveIs() throws IOException {
        assertEquals(Optional.empty(), NetworkFolder.type(folder.resolve("not/yet/there")));
    }
}
