package nearside.cloud.download;

import nearside.engine.EngineFailure.Far;

import java.time.Duration;

/// Every expected way in which fetching a model fails, with its numbers. What was fetched stays,
/// unless it says otherwise.
public sealed interface DownloadFailure {
    /// There was no way to the hub, or it was cut again and again.
    record Connection(Far failure) implements DownloadFailure {}

    /// The hub has no such folder or file.
    record NotThere(String host, String path) implements DownloadFailure {}

    /// It wants to know who asks, or does not give it to everybody.
    record Refused(String host, int status) implements DownloadFailure {}

    /// It asks to be left alone.
    ///
    /// @param pause for how long; zero when it did not say
    record Busy(String host, int status, Duration pause) implements DownloadFailure {}

    /// It pointed to a host that is not its own. Nothing was asked there.
    record Elsewhere(String host, String to) implements DownloadFailure {}

    /// It answered something else than such a hub does.
    record Unlike(String host, String expected, String found) implements DownloadFailure {}

    /// What the hub has is not what the catalogue names.
    record NotAsCatalogued(String file, String expected, String found) implements DownloadFailure {}

    /// The bytes that came are not the file's, twice. They were thrown away.
    record WrongBytes(String file, Checksum expected, Checksum found) implements DownloadFailure {}

    /// The disk has no room for it.
    record NoSpace(long neededBytes, long freeBytes) implements DownloadFailure {}

    /// The disk failed.
    record Disk(String file, String problem) implements DownloadFailure {}

    /// It may not be asked now: the device is offline, or a policy keeps the model away.
    record NotPermitted(String host) implements DownloadFailure {}
}
