package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.downloads.Getting;
import nearside.copilot.downloads.Trip;
import nearside.copilot.downloads.Trip.Standing;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.Models;
import nearside.desktop.console.Command.Output;
import nearside.desktop.downloads.TripText;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/// `models get`: fetches a model of the catalogue, or goes on with one. Tells on standard error how
/// far it is.
final class GetCommand {
    private static final Duration FIRST_LINE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Console console;
    private final Models models;
    private final Downloads downloads;
    private final TripText text;
    private final Explain explain;
    private final Sentences sentences;

    GetCommand(Console console, Models models, Downloads downloads, Words words) {
        this.console = console;
        this.models = models;
        this.downloads = downloads;
        explain = new Explain(words);
        text = new TripText(words, explain);
        sentences = new Sentences(console.err(), explain);
    }

    ExitCode run(String id, InForce shop, Output output) throws InterruptedException {
        if (shop instanceof InForce.Nothing(var fault)) {
            return sentences.failed(explain.of(fault));
        }
        Optional<Getting> wanted = shop.find(id).flatMap(Getting::of);
        if (wanted.isEmpty()) {
            return sentences.failed(
                    explain.notOffered(
                            id,
                            shop.offered().stream()
                                    .map(it -> it.variant().id())
                                    .collect(Collectors.joining(", "))));
        }
        try (StopOnInterrupt _ = StopOnInterrupt.of(() -> downloads.pause(id))) {
            downloads.get(wanted.get());
            return ended(awaited(id), output);
        }
    }

    private Trip awaited(String id) throws InterruptedException {
        Trip trip = downloads.await(id, FIRST_LINE);
        while (!trip.rests()) {
            console.err().println(text.sentence(trip));
            trip = downloads.await(id, BETWEEN_LINES);
        }
        return trip;
    }

    private ExitCode ended(Trip trip, Output output) {
        return switch (trip.standing()) {
            case Standing.Here(String model) -> here(model, output);
            case Standing.Failed(var trouble) -> sentences.failed(explain.of(trouble));
            case Standing.Paused _, Standing.Waiting _, Standing.Coming _ -> {
                console.err().println(text.sentence(trip));
                yield ExitCode.FAILED;
            }
        };
    }

    private ExitCode here(String id, Output output) {
        InstalledModel model = models.find(id).orElseThrow();
        if (output == Output.JSON) {
            JsonObject json = new JsonObject();
            json.add("model", ModelsCommands.entry(model, models.inUse().id()));
            console.out().println(json);
        } else {
            console.out()
                    .println(
                            id + " is here, whole and verified. Use it: nearside models use " + id);
        }
        return ExitCode.DONE;
    }
}
