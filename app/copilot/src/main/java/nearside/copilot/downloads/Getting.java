package nearside.copilot.downloads;

import nearside.cloud.download.Download;

import java.util.Objects;

/// A model that a person wants to have here.
///
/// @param id the name that it will have on this device
/// @param title as people know it
/// @param bytes of it as far as they are known before it is listed
public record Getting(String id, String title, Download.Wanted wanted, long bytes) {
    public Getting {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(wanted);
    }
}
