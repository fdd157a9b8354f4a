package nearside.cloud.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// Sums up the files of a model that was fetched before, and says whether they still are what was
/// listed. Blocks; any thread.
///
/// @param folder where they lie
public record Inspection(Path folder, Plan plan) {
    private static final int PIECE = 1 << 20;

    public Inspection {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(plan);
    }

    /// What came of it.
    public sealed interface Finding {
        /// All of it is as it was listed.
        record Whole() implements Finding {}

        record Missing(HubFile file) implements Finding {}

        /// Its bytes are others.
        record Changed(HubFile file) implements Finding {}

        record Stopped() implements Finding {}
    }

    /// The first that is not as it was listed ends it.
    ///
    /// @param read told of the bytes that were read, a piece at a time
    public Finding run(LongConsumer read, BooleanSupplier goesOn) throws IOException {
        for (HubFile file : plan.files()) {
            Path path = folder.resolve(file.name());
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                return new Finding.Missing(file);
            }
            Finding found = sum(path, file, read, goesOn);
            if (!(found instanceof Finding.Whole)) {
                return found;
            }
        }
        return new Finding.Whole();
    }

    private static Finding sum(Path path, HubFile file, LongConsumer read, BooleanSupplier goesOn)
            throws IOException {
        MessageDigest digest = file.sum().begin(file.size());
        byte[] piece = new byte[PIECE];
        long size = 0;
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (!goesOn.getAsBoolean()) {
                    return new Finding.Stopped();
                }
                digest.update(piece, 0, length);
                size += length;
                read.accept(length);
            }
        }
        boolean same = size == file.size() && file.sum().of(digest).equals(file.sum());
        return same ? new Finding.Whole() : new Finding.Changed(file);
    }
}
