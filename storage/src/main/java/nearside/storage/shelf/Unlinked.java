package nearside.storage.shelf;

import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;

/// A file that could not get a second name on the shelf.
///
/// @param problem what the system said
public record Unlinked(String file, String problem) {
    public Unlinked {
        Objects.requireNonNull(file);
        Objects.requireNonNull(problem);
    }

    static Unlinked of(String file, FileSystemException refused) {
        return new Unlinked(
                file,
                Optional.ofNullable(refused.getReason())
                        .orElseGet(() -> refused.getClass().getSimpleName()));
    }
}
