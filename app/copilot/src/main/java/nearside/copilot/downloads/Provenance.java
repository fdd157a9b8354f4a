package nearside.copilot.downloads;

import nearside.cloud.download.Inspection;
import nearside.cloud.download.Plan;
import nearside.copilot.catalogue.Offered;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Where a model on this device was fetched from: which commit, and which sums its files had. Kept
/// beside them.
public record Provenance(Plan plan) {
    static final String FILE = "nearside.source";

    /// More than any plan takes.
    private static final int MOST_BYTES = 1 << 18;

    public Provenance {
        Objects.requireNonNull(plan);
    }

    /// That of the model in a folder; empty for one that was not fetched, or where nothing can be
    /// read of it.
    public static Optional<Provenance> of(Path folder) {
        try (InputStream in =
                Files.newInputStream(folder.resolve(FILE), LinkOption.NOFOLLOW_LINKS)) {
            return Plan.read(in.readNBytes(MOST_BYTES)).map(Provenance::new);
        } catch (IOException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    /// Whether a catalogue offers another revision, or names other bytes.
    public boolean isOutdated(Offered offered) {
        var pins = Getting.pins(offered.variant());
        return !plan.source().equals(offered.variant().source())
                || (!pins.isEmpty() && !pins.equals(plan.files()));
    }

    /// Looks whether the files in that folder still are what was fetched.
    public Inspection inspection(Path folder) {
        return new Inspection(folder, plan);
    }
}
