package nearside.desktop.trouble;

import nearside.cloud.download.DownloadFailure;
import nearside.copilot.downloads.Trip;
import nearside.engine.folder.FolderFlaw;
import nearside.storage.StorageFailure;

import java.time.Duration;

/// Sentences for models that did not come.
record DownloadTrouble(
        Wording wording, FarTrouble far, FolderTrouble folder, StorageTrouble storage) {
    Trouble of(Trip.Trouble trouble) {
        return switch (trouble) {
            case Trip.Trouble.OnTheWay(DownloadFailure failure) -> of(failure);
            case Trip.Trouble.Unfit(FolderFlaw flaw) ->
                    wording.trouble("download.unfit", flaw, folder.of(flaw).title());
            case Trip.Trouble.Elsewhere _ -> wording.trouble("download.other-process", trouble);
            case Trip.Trouble.Unkept(StorageFailure failure) -> storage.of(failure);
            case Trip.Trouble.NoDoor(String why) -> wording.trouble("download.no-door", why, why);
        };
    }

    Trouble of(DownloadFailure failure) {
        return switch (failure) {
            case DownloadFailure.Connection(var connection) ->
                    wording.trouble(
                            "download.connection",
                            connection,
                            far.of(connection)
                                    .title()
                                    .replace(connection.far(), host(connection.far())));
            case DownloadFailure.NotThere(String host, String path) ->
                    wording.trouble("download.not-there", failure, host(host), path);
            case DownloadFailure.Refused(String host, int status) ->
                    wording.trouble("download.refused", failure, host(host), status);
            case DownloadFailure.Busy(String host, int status, Duration pause) ->
                    wording.trouble(
                            "download.busy", failure, host(host), status, pause.toSeconds());
            case DownloadFailure.Elsewhere(String host, String to) ->
                    wording.trouble("download.elsewhere", failure, host(host), host(to));
            case DownloadFailure.Unlike(String host, String expected, String found) ->
                    wording.trouble("download.unlike", failure, host(host), expected, found);
            case DownloadFailure.NotAsCatalogued(String file, String expected, String found) ->
                    wording.trouble("download.not-as-catalogued", failure, file, expected, found);
            case DownloadFailure.WrongBytes(String file, var _, var _) ->
                    wording.trouble("download.wrong-bytes", failure, file);
            case DownloadFailure.NoSpace(long needed, long free) ->
                    wording.trouble(
                            "download.no-space",
                            failure,
                            wording.bytes(needed),
                            wording.bytes(free),
                            wording.bytes(Math.max(0, needed - free)));
            case DownloadFailure.Disk(String file, String problem) ->
                    wording.trouble("download.disk", failure, file, problem);
            case DownloadFailure.NotPermitted(String host) ->
                    wording.trouble("download.not-permitted", failure, host(host));
        };
    }

    /// Scheme and usual port say nothing to most people.
    private static String host(String origin) {
        return origin.replaceFirst("^https://(.*):443$", "$1").replaceFirst("^https?://", "");
    }
}
