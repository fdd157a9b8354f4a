package nearside.engine.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/// The small text that a clone without Git LFS has in place of a large file.
final class LfsPointer {
    static final String PROBLEM = "it is a Git LFS pointer, not the file itself";

    private static final String START = "version https://git-lfs";

    private LfsPointer() {}

    static boolean is(Listing folder, String file) throws Flawed {
        folder.size(file);
        try (InputStream in = Channels.newInputStream(folder.open(file))) {
            String start = new String(in.readNBytes(START.length()), StandardCharsets.US_ASCII);
            return start.equals(START);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
