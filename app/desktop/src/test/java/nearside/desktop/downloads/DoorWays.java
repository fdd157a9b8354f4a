package nearside.desktop.downloads;

import nearside.cloud.download.Download;
import nearside.cloud.download.Landing;
import nearside.cloud.download.Throttle;
import nearside.cloud.outbound.Limits;
import nearside.copilot.borrow.Door;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.downloads.Getting;

import java.time.Duration;

/// Fetches by a real door, with little patience.
public record DoorWays(Door door) implements Downloads.Ways {
    private static final Limits SHORT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(1),
                    Duration.ofMillis(10));

    @Override
    public Downloads.Way way(Getting getting, Landing landing) {
        Download.Manner manner = new Download.Manner(SHORT, 4, Throttle.none());
        return new Downloads.Way.Open(
                door.download(getting.wanted(), landing, manner, getting.id()));
    }
}
