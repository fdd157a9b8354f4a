package nearside.desktop.device;

/// The device at one moment, as far as it is shown.
///
/// @param cores that this program may use
public record Sample(long freeBytes, long totalBytes, int cores, Source source) {
    /// What drives it.
    public enum Source {
        BATTERY,
        /// Mains, or not known.
        OTHER
    }
}
