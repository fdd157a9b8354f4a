package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.InstalledModel.Origin;
import nearside.copilot.models.Models;
import nearside.copilot.models.Removal;
import nearside.copilot.models.Removal.Was;
import nearside.desktop.console.Command.Asking;
import nearside.desktop.console.Command.Output;
import nearside.desktop.trouble.Trouble;
import nearside.storage.shelf.Footprint;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `models remove`.
///
/// @param person who is asked; empty where nobody sits at the terminal
record RemoveCommand(Console console, Models models, Sentences sentences, Optional<Person> person) {
    private static final int MB = 1_000_000;

    ExitCode run(String id, Asking asking, Output output) throws IOException {
        Optional<InstalledModel> found = models.find(id);
        if (found.isEmpty()) {
            return sentences.failed(NamedModel.unknown(models, id));
        }
        if (found.get().origin() == Origin.STARTER) {
            return sentences.failed(starterStays());
        }
        return switch (asking) {
            case YES -> remove(id, output);
            case ASK -> ask(found.get(), output);
        };
    }

    private ExitCode ask(InstalledModel model, Output output) throws IOException {
        if (person.isEmpty()) {
            return sentences.failed(
                    new Trouble(
                            "Nobody sits at this terminal who could be asked.",
                            "Nothing was removed.",
                            List.of("nearside models remove " + model.id() + " --yes"),
                            ""));
        }
        sentences.note(question(model));
        String typed = person.get().line().map(String::strip).orElse("");
        if (typed.toLowerCase(Locale.ROOT).equals("yes")) {
            return remove(model.id(), output);
        }
        sentences.note("Nothing was removed.");
        return ExitCode.FAILED;
    }

    private static String question(InstalledModel model) {
        Footprint room = Footprint.of(model.folder());
        String what =
                model.origin() == Origin.IN_PLACE
                        ? "Forget %s? Its files stay in %s.".formatted(model.id(), model.folder())
                        : "Delete %s? That frees %,d MB."
                                .formatted(model.id(), room.freedBytes() / MB);
        return what + " Type yes and press Enter; anything else leaves it.";
    }

    private ExitCode remove(String id, Output output) throws IOException {
        return switch (models.remove(id)) {
            case Removal.Unknown _ -> sentences.failed(NamedModel.unknown(models, id));
            case Removal.StarterStays _ -> sentences.failed(starterStays());
            case Removal.Held held -> sentences.failed(held(held));
            case Removal.Forgotten(var model, var was) -> {
                String said = "Forgotten: " + id + ". Its files stay in " + model.folder() + ".";
                yield told(model, 0, was, said, output);
            }
            case Removal.Removed(var model, long freed, var was) -> {
                String said = "Removed: %s. %,d MB are free again.".formatted(id, freed / MB);
                yield told(model, freed, was, said, output);
            }
        };
    }

    private ExitCode told(
            InstalledModel model, long freedBytes, Was was, String said, Output output) {
        String inUse = models.inUse().id();
        switch (output) {
            case TEXT ->
                    console.out()
                            .println(
                                    was == Was.IN_USE
                                            ? said + " Now in use: " + inUse + "."
                                            : said);
            case JSON -> {
                JsonObject removed = new JsonObject();
                removed.addProperty("id", model.id());
                removed.addProperty("origin", ModelsCommands.word(model.origin()));
                removed.addProperty("freed_bytes", freedBytes);
                removed.addProperty("was_in_use", was == Was.IN_USE);
                JsonObject json = new JsonObject();
                json.add("removed", removed);
                json.addProperty("in_use", inUse);
                console.out().println(json);
            }
        }
        return ExitCode.DONE;
    }

    private static Trouble starterStays() {
        return new Trouble(
                "The starter cannot be removed.",
                "It comes with the program and goes with it.",
                List.of("nearside models list"),
                "");
    }

    private static Trouble held(Removal.Held held) {
        return new Trouble(
                "The model " + held.model().id() + " is used by a program right now.",
                "The system does not let its files go. Nothing was changed.",
                List.of("Close the window and other commands, and try again."),
                held.problem());
    }
}
