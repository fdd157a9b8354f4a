package nearside.copilot.outside;

import nearside.storage.shelf.Adoption;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip archive in which a model may be: looked at, nothing unpacked.
public final class ZipModel {
    private final Path file;
    private final CentralDirectory directory;
    private final ZipNames names;

    private ZipModel(Path file, CentralDirectory directory, ZipNames names) {
        this.file = file;
        this.directory = directory;
        this.names = names;
    }

    /// What came of looking.
    public sealed interface Look {
        record Harmless(ZipModel zip) implements Look {}

        record Refused(ZipFlaw flaw) implements Look {}
    }

    /// What came of unpacking. Only a whole one may be given a name.
    public sealed interface Unpacked {
        record Whole() implements Unpacked {}

        record Refused(ZipFlaw flaw) implements Unpacked {}

        record NoSpace(long neededBytes, long freeBytes) implements Unpacked {}
    }

    public static Look look(Path file) throws IOException {
        try {
            CentralDirectory directory = CentralDirectory.read(file);
            ZipNames names = ZipNames.of(directory.records());
            return new Look.Harmless(new ZipModel(file, directory, names));
        } catch (BadZip bad) {
            return new Look.Refused(bad.flaw());
        }
    }

    /// The name that the model has: its folder's, else the archive's own.
    public String name() {
        String archive = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.zip$", "");
        return names.top().matches("[\\x20-\\x7e]+") ? names.top() : archive;
    }

    /// Takes the model files out, into a folder on its way.
    public Unpacked unpack(Adoption into, Limits limits) throws IOException {
        try (ZipFile zip = open()) {
            agree(zip);
            return unpack(zip, into, limits);
        } catch (ZipException damaged) {
            return new Unpacked.Refused(new ZipFlaw.Damaged(String.valueOf(damaged.getMessage())));
        } catch (BadZip bad) {
            return new Unpacked.Refused(bad.flaw());
        }
    }

    private ZipFile open() throws IOException {
        Charset written = directory.names();
        return new ZipFile(file.toFile(), ZipFile.OPEN_READ, written);
    }

    /// Two readers that see two lists cannot both be right.
    private void agree(ZipFile zip) throws BadZip {
        List<String> seen = zip.stream().map(ZipEntry::getName).toList();
        if (!seen.equals(directory.records().stream().map(ZipRecord::name).toList())) {
            throw new BadZip(new ZipFlaw.Damaged("two lists of entries"));
        }
    }

    private Unpacked unpack(ZipFile zip, Adoption into, Limits limits) throws IOException, BadZip {
        long told = 0;
        for (String name : names.files()) {
            told += Math.max(0, entry(zip, name).getSize());
        }
        long free = into.freeBytes();
        if (told > limits.mostBytes()) {
            throw new BadZip(new ZipFlaw.TooLarge(limits.mostBytes()));
        }
        if (told > free - limits.keptFreeBytes()) {
            return new Unpacked.NoSpace(told + limits.keptFreeBytes(), free);
        }
        Outflow outflow = new Outflow(zip, into, limits);
        for (String name : names.files()) {
            if (outflow.take(entry(zip, name), name) == Outflow.Room.NONE) {
                return new Unpacked.NoSpace(told + limits.keptFreeBytes(), into.freeBytes());
            }
        }
        return new Unpacked.Whole();
    }

    private ZipEntry entry(ZipFile zip, String name) {
        String path = names.top().isEmpty() ? name : names.top() + "/" + name;
        return Objects.requireNonNull(zip.getEntry(path), path);
    }

    /// How much may come out of an archive, whatever it says.
    ///
    /// @param keptFreeBytes what stays free on the disk
    public record Limits(long mostBytes, long keptFreeBytes) {
        /// More than any model that such a device runs.
        public static final Limits USUAL = new Limits(64L << 30, 64L << 20);
    }
}
