package nearside.cloud.download;

import nearside.engine.folder.FileNames;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What has to be fetched, down to the byte.
///
/// @param revision at which all of it was listed: the commit where the hub names it
public record Plan(Source source, String revision, List<HubFile> files) {
    static final int MOST_FILES = 200;

    public Plan {
        Objects.requireNonNull(source);
        Objects.requireNonNull(revision);
        files = List.copyOf(files);
        Set<String> names = new HashSet<>();
        if (files.isEmpty()
                || files.size() > MOST_FILES
                || !files.stream()
                        .allMatch(file -> names.add(file.name().toLowerCase(Locale.ROOT)))) {
            throw new IllegalArgumentException("expected 1 to 200 files of different names");
        }
        if (!names.contains(FileNames.DESCRIPTION)
                || names.stream().noneMatch(name -> name.endsWith(".onnx"))) {
            throw new IllegalArgumentException(
                    "expected " + FileNames.DESCRIPTION + " and a graph among the files");
        }
    }

    /// As it is kept beside what was fetched by it.
    ///
    /// @param hub that told it
    public byte[] text(Hub hub) {
        return PlanText.of(this, hub);
    }

    /// One that was kept; empty for what cannot be read.
    public static Optional<Plan> read(byte[] text) {
        return PlanText.read(text).map(PlanText.Kept::plan);
    }

    public long bytes() {
        return files.stream().mapToLong(HubFile::size).sum();
    }
}
