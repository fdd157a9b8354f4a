package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.cloud.download.Inspection.Finding;
import nearside.copilot.downloads.Provenance;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.Models;
import nearside.desktop.console.Command.Output;
import nearside.desktop.trouble.Trouble;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `models check`: whether a folder is a model that runs here, and, of one that was fetched,
/// whether its files still are what was published.
record CheckCommand(PrintStream out, Models models, Sentences sentences) {
    /// A folder, or the name of a model on this device.
    ExitCode run(Path named, Output output) throws IOException {
        Path folder = folder(named);
        FolderCheck check = ModelFolder.check(folder);
        Optional<Finding> published = published(folder, check);
        if (output == Output.JSON) {
            JsonObject json = new JsonObject();
            json.addProperty("folder", folder.toString());
            ModelsCommands.add(json, check);
            published.ifPresent(it -> json.addProperty("published", word(it)));
            out.println(json);
        }
        return switch (check) {
            case FolderCheck.Flawed(var flaw) -> sentences.failed(flaw);
            case FolderCheck.Sound(var model) -> sound(model, published, output);
        };
    }

    private Path folder(Path named) throws IOException {
        Optional<InstalledModel> here =
                Files.exists(named) ? Optional.empty() : models.find(named.toString());
        return here.map(InstalledModel::folder).orElse(named).toRealPath();
    }

    /// Reads all of it.
    private static Optional<Finding> published(Path folder, FolderCheck check) throws IOException {
        Optional<Provenance> from =
                check instanceof FolderCheck.Sound ? Provenance.of(folder) : Optional.empty();
        return from.isPresent()
                ? Optional.of(from.get().inspection(folder).run(_ -> {}, () -> true))
                : Optional.empty();
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Whole _ -> "whole";
            case Finding.Changed _ -> "changed";
            case Finding.Missing _ -> "missing";
            case Finding.Stopped _ -> "stopped";
        };
    }

    private ExitCode sound(ModelFolder model, Optional<Finding> published, Output output) {
        Optional<String> other = published.flatMap(CheckCommand::other);
        if (other.isPresent()) {
            return sentences.failed(
                    new Trouble(
                            "The file " + other.get() + " is not as it was published.",
                            "The model " + model.id() + " was whole when it was fetched.",
                            List.of(
                                    "nearside models remove " + model.id(),
                                    "nearside models get " + model.id()),
                            ""));
        }
        if (output == Output.TEXT) {
            out.println(
                    model.id()
                            + ": sound, "
                            + sentences.described(model)
                            + (published.isPresent() ? ", all files as they were published" : ""));
        }
        return ExitCode.DONE;
    }

    /// The file that is not as it was.
    private static Optional<String> other(Finding finding) {
        return switch (finding) {
            case Finding.Changed(var file) -> Optional.of(file.name());
            case Finding.Missing(var file) -> Optional.of(file.name());
            case Finding.Whole _, Finding.Stopped _ -> Optional.empty();
        };
    }
}
