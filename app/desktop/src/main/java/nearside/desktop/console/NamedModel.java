package nearside.desktop.console;

import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.Models;
import nearside.desktop.trouble.Trouble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The model that a command names by `--model`.
final class NamedModel {
    private NamedModel() {}

    /// A known id, else a folder; without either the model in use.
    static Path folder(Models models, Optional<String> named) {
        return named.map(name ->
                        models.find(name)
                                .map(InstalledModel::folder)
                                .orElseGet(() -> resolved(Path.of(name))))
                .orElseGet(() -> models.inUse().folder());
    }

    /// There is no such model.
    static Trouble unknown(Models models, String id) {
        String known =
                models.list().stream().map(InstalledModel::id).collect(Collectors.joining(", "));
        return new Trouble(
                "There is no model \"" + id + "\" on this device.",
                "Expected one of: " + known + ".",
                List.of("nearside models list", "nearside models import DIR"),
                "");
    }

    /// A link to a model folder is followed once; links inside are refused by the check.
    private static Path resolved(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException absent) {
            return folder;
        }
    }
}
