package nearside.storage;

import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Small files of a profile that can be made again at any time, below its `cache` folder. Works
/// without the profile's lock; what cannot be read or written is simply not there.
public final class CacheShelf {
    private static final String CACHE = "cache";
    private static final int MOST_BYTES = 64 << 20;

    private final Path profile;
    private final String room;

    /// Opens nothing yet.
    ///
    /// @param room the folder in the cache, such as `kv-scales`
    public CacheShelf(Path profile, String room) {
        this.profile = profile;
        this.room = checked(room);
    }

    public Optional<byte[]> find(String name) {
        Path file = file(name);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= MOST_BYTES
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Keeps the bytes in the place of earlier ones of that name.
    ///
    /// @return whether they were written
    public boolean keep(String name, byte[] bytes) {
        Path file = file(name);
        try {
            Profile.make(profile);
            OwnerOnly.folder(profile.resolve(CACHE), room);
            OwnerOnly.folder(folder(), file.getFileName().toString());
            Forced.replace(file, bytes);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private Path file(String name) {
        return folder().resolve(checked(name) + ".bin");
    }

    private Path folder() {
        return profile.resolve(CACHE).resolve(room);
    }

    private static String checked(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new IllegalArgumentException("a name in the cache: " + name);
        }
        return name;
    }
}
