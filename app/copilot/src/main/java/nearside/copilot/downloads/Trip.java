package nearside.copilot.downloads;

import nearside.cloud.download.DownloadFailure;
import nearside.cloud.download.Progress;
import nearside.engine.folder.FolderFlaw;
import nearside.storage.StorageFailure;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// How one model on its way here stands.
///
/// @param id the name that it will have on this device
public record Trip(String id, String title, Standing standing) {
    public Trip {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(standing);
    }

    /// How it stands.
    public sealed interface Standing {
        /// Others are before it.
        record Waiting() implements Standing {}

        /// It comes.
        ///
        /// @param bytesPerSecond over the last seconds
        /// @param left until all is here, at that rate; empty while nobody can tell
        record Coming(Progress progress, long bytesPerSecond, Optional<Duration> left)
                implements Standing {}

        /// A person stopped it, or the program ended; what is here stays.
        record Paused() implements Standing {}

        record Failed(Trouble trouble) implements Standing {}

        /// It is here, verified and sound.
        ///
        /// @param model its name on this device
        record Here(String model) implements Standing {}
    }

    /// Why it is not here.
    public sealed interface Trouble {
        record OnTheWay(DownloadFailure failure) implements Trouble {}

        /// All came as it was published, and is no model that runs here.
        record Unfit(FolderFlaw flaw) implements Trouble {}

        /// Another process fetches the same.
        record Elsewhere() implements Trouble {}

        /// The ledger could not be written, so that nothing was asked.
        record Unkept(StorageFailure failure) implements Trouble {}

        /// There is no way out: the certificates of the route cannot be used.
        record NoDoor(String why) implements Trouble {}
    }

    /// Whether nothing more happens unless a person wants it.
    public boolean rests() {
        return switch (standing) {
            case Standing.Waiting _, Standing.Coming _ -> false;
            case Standing.Paused _, Standing.Failed _, Standing.Here _ -> true;
        };
    }
}
