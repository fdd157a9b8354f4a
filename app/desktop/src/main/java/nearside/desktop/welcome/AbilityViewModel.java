package nearside.desktop.welcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.models.Models;
import nearside.copilot.models.Published;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Prospect;
import nearside.desktop.models.ModelStatus;
import nearside.desktop.pace.Background;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.pack.RuntimeNow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What this device can do: what computes, and how models get on here. Lives on the UI thread; what
/// is read blocks and is read elsewhere, one reading at a time.
public final class AbilityViewModel {
    private static final int MOST = 3;

    private final Models models;
    private final Orchestrator orchestrator;
    private final Computing computing;
    private final Supplier<InForce> shop;
    private final Background background;
    private final AbilityText text;
    private final ObservableList<Chance> chances = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper computes = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper measured = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
    private boolean reading;
    private boolean again;

    /// What computes.
    ///
    /// @param devices empty until they were looked for
    /// @param standings how accelerators stand with a model; waits while they are tried
    public record Computing(
            Supplier<List<Device>> devices,
            Function<ModelFolder, List<Standing>> standings,
            Supplier<RuntimeNow> runtime) {}

    AbilityViewModel(
            Models models,
            Orchestrator orchestrator,
            Computing computing,
            Supplier<InForce> shop,
            Background background,
            AbilityText text) {
        this.models = models;
        this.orchestrator = orchestrator;
        this.computing = computing;
        this.shop = shop;
        this.background = background;
        this.text = text;
    }

    /// The model in use first; at the end the one that could be fetched, if it is not here.
    ObservableList<Chance> chances() {
        return chances;
    }

    ReadOnlyStringProperty computes() {
        return computes.getReadOnlyProperty();
    }

    /// Whether the speed of the model in use is known.
    ReadOnlyBooleanProperty measured() {
        return measured.getReadOnlyProperty();
    }

    /// Whether a model is in memory and nobody asks it anything, so that it can be measured.
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    void engineIs(ModelStatus status) {
        ready.set(status instanceof ModelStatus.Ready);
    }

    private record Seen(List<Prospect> here, Optional<Prospect> elsewhere, List<Device> devices) {}

    /// Reads anew; once more after the reading that is under way.
    void refresh() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        background.ask(this::lastReading, this::show);
    }

    /// Also one that fails is over.
    private Seen lastReading() {
        try {
            return read();
        } finally {
            background.ui().later(() -> reading = false);
        }
    }

    private Seen read() {
        List<ModelFolder> folders = folders();
        Optional<Published> offered = shop.get().first(Provider.CPU).flatMap(Published::of);
        Optional<Published> elsewhere =
                offered.filter(it -> folders.stream().noneMatch(it::isLike));
        return new Seen(
                orchestrator.prospects(folders.stream().limit(MOST).toList()),
                elsewhere.map(orchestrator::prospect),
                computing.devices().get());
    }

    /// Sound ones, the one in use first.
    private List<ModelFolder> folders() {
        String inUse = models.inUse().id();
        List<ModelFolder> folders = new ArrayList<>();
        models.list().stream()
                .flatMap(it ->
                        it.check() instanceof FolderCheck.Sound(var folder)
                                ? Stream.of(folder)
                                : Stream.empty())
                .forEach(folder ->
                        folders.add(folder.id().equals(inUse) ? 0 : folders.size(), folder));
        return folders;
    }

    private void show(Seen seen) {
        chances.setAll(
                Stream.concat(
                                seen.here().stream().map(text::here),
                                seen.elsewhere().stream().map(text::elsewhere))
                        .toList());
        measured.set(seen.here().stream().limit(1).allMatch(it -> it.measured().isPresent()));
        computes.set(text.computing(seen.devices()));
        if (seen.devices().stream().anyMatch(Device::isAccelerator)) {
            background.ask(this::standings, it -> computes.set(text.tried(it)));
        }
        if (again) {
            again = false;
            refresh();
        }
    }

    private List<Standing> standings() {
        return folders().stream().findFirst().map(computing.standings()).orElse(List.of());
    }
}
