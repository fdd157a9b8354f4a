package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.copilot.models.ImportOutcome;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.InstalledModel.Origin;
import nearside.copilot.models.Manner;
import nearside.copilot.models.Models;
import nearside.desktop.console.Command.Output;
import nearside.desktop.trouble.Explain;
import nearside.engine.folder.FolderCheck;
import nearside.storage.shelf.Footprint;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// `models list | import | use`.
final class ModelsCommands {
    private final PrintStream out;
    private final Models models;
    private final Explain explain;
    private final Sentences sentences;

    ModelsCommands(PrintStream out, Models models, Explain explain, Sentences sentences) {
        this.out = out;
        this.models = models;
        this.explain = explain;
        this.sentences = sentences;
    }

    ExitCode list(Output output) {
        String inUse = models.inUse().id();
        if (output == Output.JSON) {
            JsonArray all = new JsonArray();
            models.list().forEach(model -> all.add(entry(model, inUse)));
            out.println(wrapped("models", all));
        } else {
            models.list().forEach(model -> out.println(line(model, inUse)));
        }
        return ExitCode.DONE;
    }

    ExitCode bringIn(Path source, Manner manner, Output output) throws IOException {
        return switch (models.bringIn(source, manner)) {
            case ImportOutcome.Imported(var model) -> imported(model, output);
            case ImportOutcome.Refusal refusal -> sentences.failed(explain.of(refusal));
        };
    }

    private ExitCode imported(InstalledModel model, Output output) {
        if (output == Output.JSON) {
            out.println(wrapped("model", entry(model, models.inUse().id())));
        } else {
            out.println(
                    "Imported as " + model.id() + ". Use it: nearside models use " + model.id());
        }
        return ExitCode.DONE;
    }

    ExitCode use(String id, Output output) {
        Optional<InstalledModel> found = models.find(id);
        if (found.isEmpty()) {
            return sentences.failed(NamedModel.unknown(models, id));
        }
        if (found.get().check() instanceof FolderCheck.Flawed(var flaw)) {
            return sentences.failed(flaw);
        }
        models.use(found.get());
        if (output == Output.JSON) {
            out.println(wrapped("model", entry(found.get(), id)));
        } else {
            out.println("Now in use: " + id);
        }
        return ExitCode.DONE;
    }

    private String line(InstalledModel model, String inUse) {
        String state =
                switch (model.check()) {
                    case FolderCheck.Sound(var folder) -> sentences.described(folder);
                    case FolderCheck.Flawed(var flaw) ->
                            "cannot be used: " + explain.of(flaw).title();
                };
        return "%s%s (%s, %,d MB on disk), %s"
                .formatted(
                        model.id().equals(inUse) ? "* " : "  ",
                        model.id(),
                        word(model.origin()).replace('_', ' '),
                        Footprint.of(model.folder()).bytes() / 1_000_000,
                        state);
    }

    static String word(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    static JsonObject entry(InstalledModel model, String inUse) {
        JsonObject json = new JsonObject();
        json.addProperty("id", model.id());
        json.addProperty("origin", word(model.origin()));
        json.addProperty("in_use", model.id().equals(inUse));
        json.addProperty("folder", model.folder().toString());
        json.addProperty("bytes_on_disk", Footprint.of(model.folder()).bytes());
        add(json, model.check());
        return json;
    }

    static void add(JsonObject json, FolderCheck check) {
        switch (check) {
            case FolderCheck.Sound(var folder) -> {
                json.addProperty("sound", true);
                json.addProperty("family", folder.family());
                json.addProperty("weight_bytes", folder.contents().weightBytes());
                json.addProperty("window", folder.shape().window());
                json.addProperty("kv_bytes_per_token", folder.shape().kvBytesPerToken());
                folder.madeFor().ifPresent(provider -> json.addProperty("made_for", provider));
            }
            case FolderCheck.Flawed(var flaw) -> {
                json.addProperty("sound", false);
                json.addProperty("flaw", flaw.toString());
            }
        }
    }

    private static JsonObject wrapped(String key, com.google.gson.JsonElement value) {
        JsonObject json = new JsonObject();
        json.add(key, value);
        return json;
    }
}
