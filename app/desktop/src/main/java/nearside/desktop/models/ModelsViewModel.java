package nearside.desktop.models;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.models.ImportOutcome;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.Manner;
import nearside.copilot.models.Models;
import nearside.desktop.pace.Background;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The models on this device: which is in use, what it is doing, and how another comes in. Lives on
/// the UI thread.
public final class ModelsViewModel {
    private final Models models;
    private final Consumer<ModelFolder> engine;
    private final Background background;
    private final Explain explain;
    private final ObservableList<ModelChoice> choices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ModelStatus> status =
            new ReadOnlyObjectWrapper<>(new ModelStatus.None());
    private final ReadOnlyObjectWrapper<ImportState> importing =
            new ReadOnlyObjectWrapper<>(new ImportState.Idle());

    /// @param engine takes the model that a person chose
    public ModelsViewModel(
            Models models, Consumer<ModelFolder> engine, Background background, Explain explain) {
        this.models = models;
        this.engine = engine;
        this.background = background;
        this.explain = explain;
    }

    public ObservableList<ModelChoice> choices() {
        return choices;
    }

    public ReadOnlyObjectProperty<ModelStatus> status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ImportState> importing() {
        return importing.getReadOnlyProperty();
    }

    public void refresh() {
        background.ask(this::read, choices::setAll);
    }

    /// Shows what the engine does.
    public void engineIs(EngineState state) {
        status.set(shown(state));
    }

    /// Uses this model from now on and keeps the choice.
    public void choose(ModelChoice choice) {
        keep(choice.id());
    }

    /// Uses the model of that name from now on and keeps the choice.
    public void choose(String id) {
        keep(id);
    }

    /// Uses from now on the model that stands in for the chosen one.
    public void keepStandIn() {
        switch (status.get()) {
            case ModelStatus.Ready(String model) -> keep(model);
            case ModelStatus.Answering(String model, double _) -> keep(model);
            case ModelStatus.Unloaded(String model) -> keep(model);
            case ModelStatus.None _, ModelStatus.Loading _, ModelStatus.Down _ -> {}
        }
    }

    private void keep(String id) {
        background.tell(() -> use(id), this::refresh);
    }

    /// Copies a model folder, or what a zip archive holds, into the profile and uses it; what
    /// cannot be used is refused with its reason.
    public void bringIn(Path folder) {
        bringIn(folder, Manner.COPY);
    }

    /// The same, copied or not.
    public void bringIn(Path folder, Manner manner) {
        importing.set(new ImportState.Copying(String.valueOf(folder.getFileName())));
        background.ask(() -> brought(folder, manner), this::broughtIn);
    }

    public void dismiss() {
        importing.set(new ImportState.Idle());
    }

    private void use(String id) {
        models.find(id)
                .ifPresent(model -> {
                    if (model.check() instanceof FolderCheck.Sound(ModelFolder folder)) {
                        models.use(model);
                        engine.accept(folder);
                    }
                });
    }

    private ImportState brought(Path folder, Manner manner) {
        try {
            ImportOutcome outcome = models.bringIn(folder, manner);
            if (outcome instanceof ImportOutcome.Imported imported) {
                use(imported.model().id());
            }
            return state(outcome);
        } catch (IOException broken) {
            return new ImportState.Refused(explain.importBroke(folder, broken));
        }
    }

    private ImportState state(ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.Imported imported -> new ImportState.Done(imported.model().id());
            case ImportOutcome.Refusal refusal -> new ImportState.Refused(explain.of(refusal));
        };
    }

    private void broughtIn(ImportState outcome) {
        importing.set(outcome);
        refresh();
    }

    private List<ModelChoice> read() {
        String inUse = models.inUse().id();
        return models.list().stream().map(model -> choice(model, inUse)).toList();
    }

    private ModelChoice choice(InstalledModel model, String inUse) {
        Optional<Trouble> flaw =
                model.check() instanceof FolderCheck.Flawed flawed
                        ? Optional.of(explain.of(flawed.flaw()))
                        : Optional.empty();
        ModelChoice.Kind kind =
                switch (model.origin()) {
                    case STARTER -> ModelChoice.Kind.STARTER;
                    case IMPORTED -> ModelChoice.Kind.IMPORTED;
                    case IN_PLACE -> ModelChoice.Kind.IN_PLACE;
                };
        return new ModelChoice(
                model.id(),
                kind,
                model.id().equals(inUse) ? ModelChoice.InUse.YES : ModelChoice.InUse.NO,
                flaw);
    }

    private ModelStatus shown(EngineState state) {
        return switch (state) {
            case EngineState.Empty _ -> new ModelStatus.None();
            case EngineState.Loading loading -> new ModelStatus.Loading(loading.model());
            case EngineState.Ready ready -> new ModelStatus.Ready(ready.model());
            case EngineState.Answering(String model, double rate) ->
                    new ModelStatus.Answering(model, rate);
            case EngineState.Unloaded(String model) -> new ModelStatus.Unloaded(model);
            case EngineState.Down(String model, var failure) ->
                    new ModelStatus.Down(model, explain.of(failure));
        };
    }
}
