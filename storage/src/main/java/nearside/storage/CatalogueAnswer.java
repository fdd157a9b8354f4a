package nearside.storage;

import nearside.storage.folder.Forced;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// What the address of a catalogue answered last, kept as it came. Nothing of it is believed
/// because it lies here. Works without the profile's lock.
public final class CatalogueAnswer {
    /// A catalogue, its signature and an address have less.
    private static final int MOST_BYTES = 2 << 20;

    private final Path profile;
    private final Path file;

    public CatalogueAnswer(Path profile) {
        this.profile = profile;
        this.file = profile.resolve("catalogue-fetched");
    }

    /// Empty where nothing is kept of that address, or it cannot be read.
    public Optional<byte[]> of(URI address) {
        byte[] head = head(address);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] all = in.readNBytes(MOST_BYTES + 1);
            return all.length <= MOST_BYTES && startsWith(all, head)
                    ? Optional.of(Arrays.copyOfRange(all, head.length, all.length))
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /// Keeps it in place of what was kept before. Throws [StorageException].
    public void keep(URI address, byte[] answer) {
        byte[] head = head(address);
        byte[] all = Arrays.copyOf(head, head.length + answer.length);
        System.arraycopy(answer, 0, all, head.length, answer.length);
        try {
            Profile.make(profile);
            Forced.replace(file, all);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    private static boolean startsWith(byte[] all, byte[] head) {
        return all.length >= head.length
                && Arrays.equals(all, 0, head.length, head, 0, head.length);
    }

    private static byte[] head(URI address) {
        return (address + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
