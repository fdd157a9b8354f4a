package nearside.copilot.downloads;

import nearside.cloud.download.DownloadFailure;

import java.io.IOException;

/// Says what a failed disk means.
final class Disk {
    private Disk() {}

    static DownloadFailure failure(IOException problem) {
        return new DownloadFailure.Disk(
                String.valueOf(problem.getMessage()), problem.getClass().getSimpleName());
    }
}
