package nearside.desktop.downloads;

import nearside.cloud.download.Progress;
import nearside.cloud.download.Progress.Stage;
import nearside.copilot.downloads.Trip;
import nearside.copilot.downloads.Trip.Standing;
import nearside.desktop.downloads.TripLine.Deed;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Says how a model on its way here stands.
public record TripText(Words words, Explain explain) {
    /// How it stands, in one line.
    public String sentence(Trip trip) {
        return sentence(line(trip));
    }

    String sentence(TripLine line) {
        return words.of("download.line", line.title(), line.sentence());
    }

    TripLine line(Trip trip) {
        return switch (trip.standing()) {
            case Standing.Waiting _ ->
                    line(trip, OptionalDouble.empty(), words.of("download.waits"), Deed.GIVE_UP);
            case Standing.Coming coming ->
                    line(trip, part(coming.progress()), coming(coming), Deed.PAUSE, Deed.GIVE_UP);
            case Standing.Paused _ ->
                    line(
                            trip,
                            OptionalDouble.empty(),
                            words.of("download.paused"),
                            Deed.GO_ON,
                            Deed.GIVE_UP);
            case Standing.Failed(var trouble) ->
                    new TripLine(
                            trip.id(),
                            trip.title(),
                            OptionalDouble.empty(),
                            words.of("download.failed"),
                            Optional.of(explain.of(trouble)),
                            Set.of(Deed.GO_ON, Deed.GIVE_UP));
            case Standing.Here _ ->
                    line(
                            trip,
                            OptionalDouble.of(1),
                            words.of("download.here"),
                            Deed.USE,
                            Deed.CLOSE);
        };
    }

    private static TripLine line(
            Trip trip, OptionalDouble part, String sentence, Deed first, Deed... others) {
        Set<Deed> deeds = new HashSet<>(Set.of(others));
        deeds.add(first);
        return new TripLine(trip.id(), trip.title(), part, sentence, Optional.empty(), deeds);
    }

    private static OptionalDouble part(Progress progress) {
        long done =
                progress.stage() == Stage.VERIFYING
                        ? progress.verifiedBytes()
                        : progress.hereBytes();
        return progress.wholeBytes() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) done / progress.wholeBytes());
    }

    private String coming(Standing.Coming coming) {
        Amounts amounts = new Amounts(words);
        Progress progress = coming.progress();
        String here = amounts.bytes(progress.hereBytes());
        String whole = amounts.bytes(progress.wholeBytes());
        return switch (progress.stage()) {
            case LISTING -> words.of("download.lists");
            case WAITING ->
                    progress.wholeBytes() == 0
                            ? words.of("download.no-answer")
                            : words.of("download.nothing-comes", here, whole);
            case VERIFYING ->
                    words.of("download.verifies", amounts.bytes(progress.verifiedBytes()), whole);
            case FETCHING ->
                    coming.left()
                            .map(left ->
                                    words.of(
                                            "download.comes",
                                            here,
                                            whole,
                                            amounts.bytes(coming.bytesPerSecond()),
                                            time(left)))
                            .orElseGet(() -> words.of("download.begins", here, whole));
        };
    }

    private String time(Duration left) {
        return left.compareTo(Duration.ofMinutes(1)) < 0
                ? new Amounts(words).seconds((double) Math.max(1, left.toSeconds()))
                : words.of("welcome.minutes", Math.ceilDiv(left.toSeconds(), 60));
    }
}
