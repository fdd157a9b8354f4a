package nearside.copilot.catalogue;

import nearside.cloud.download.Source;
import nearside.engine.accelerator.Provider;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A model in the form that one kind of device computes best: one folder of a hub.
///
/// @param id the name of its folder on the shelf
/// @param bytes of that folder; of the pinned files where there are any
/// @param files what has to come, byte for byte; none where the hub is asked
public record Variant(
        String id,
        Provider accelerator,
        Optional<Emphasis> emphasis,
        Source source,
        long bytes,
        List<Pin> files) {
    static final Set<Provider> ACCELERATORS =
            Set.of(Provider.CPU, Provider.DIRECTML, Provider.CUDA);
    static final long MOST_BYTES = 1L << 42;
    static final int MOST_FILES = 100;

    public Variant {
        Term.ID.check(id);
        if (!ACCELERATORS.contains(accelerator)) {
            throw new IllegalArgumentException("no models are made for " + accelerator);
        }
        Objects.requireNonNull(emphasis);
        Term.REPOSITORY.check(source.repository());
        Term.REVISION.check(source.revision());
        Term.FOLDER.check(source.folder());
        Range.check("bytes", bytes, 1, MOST_BYTES);
        files = List.copyOf(files);
        Range.check("files", files.size(), 0, MOST_FILES);
        if (hasRepeated(files) || !isWhole(files, bytes)) {
            throw new IllegalArgumentException("the pinned files are not those of " + id);
        }
    }

    /// Whether two would be one file on a system that does not tell small letters from large.
    static boolean hasRepeated(List<Pin> files) {
        Set<String> seen = new HashSet<>();
        return !files.stream().allMatch(file -> seen.add(file.name().toLowerCase(Locale.ROOT)));
    }

    /// Whether there are none, or all of them.
    static boolean isWhole(List<Pin> files, long bytes) {
        return files.isEmpty() || files.stream().mapToLong(Pin::size).sum() == bytes;
    }

    /// What was looked at when it was made small.
    public enum Emphasis {
        SPEED,
        ACCURACY
    }

    /// One file, known to the byte.
    ///
    /// @param sha256 in 64 small hexadecimal digits
    public record Pin(String name, long size, String sha256) {
        public Pin {
            Term.FILE.check(name);
            Range.check("size", size, 1, MOST_BYTES);
            Term.SHA256.check(sha256);
        }
    }
}
