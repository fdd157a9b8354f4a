package nearside.desktop.catalogue;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.downloads.Getting;
import nearside.copilot.models.Manner;
import nearside.copilot.orchestrator.Wanted;
import nearside.desktop.catalogue.Shelf.Seen;
import nearside.desktop.device.CalibrationViewModel;
import nearside.desktop.downloads.DownloadsViewModel;
import nearside.desktop.fit.FitWords;
import nearside.desktop.fit.RuntimeText;
import nearside.desktop.models.ModelStatus;
import nearside.desktop.models.ModelsViewModel;
import nearside.desktop.offline.OfflineViewModel;
import nearside.desktop.offline.Standing;
import nearside.desktop.pace.Background;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All models, here and to be got: how each would get on, and what can be done about it. Lives on
/// the UI thread.
public final class CatalogueViewModel {
    private final Shelf shelf;
    private final Beside beside;
    private final Background background;
    private final Words words;
    private final Explain explain;
    private final Keeping keeping;
    private final ObservableList<ModelLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.NONE);
    private final ReadOnlyObjectWrapper<Length> length = new ReadOnlyObjectWrapper<>(Length.USUAL);
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper machine = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Trouble>> fault =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Seen> seen = Optional.empty();
    private Consumer<String> onOpen = _ -> {};
    private boolean open;

    /// The rooms that it leads to.
    public record Beside(
            ModelsViewModel models,
            DownloadsViewModel downloads,
            OfflineViewModel mode,
            CalibrationViewModel calibration) {}

    /// @param keeping what becomes of the models that are here
    public CatalogueViewModel(
            Shelf shelf, Keeping keeping, Beside beside, Background background, Words words) {
        this.shelf = shelf;
        this.keeping = keeping;
        this.beside = beside;
        this.background = background;
        this.words = words;
        explain = new Explain(words);
        keeping.onChange(this::changed);
        beside.downloads().coming().subscribe(_ -> show());
        beside.models().status().subscribe(_ -> show());
        beside.models().importing().subscribe(_ -> refreshOpen());
        beside.calibration().underWay().subscribe(_ -> refreshOpen());
    }

    /// Told which address a person wants to open.
    public void onOpen(Consumer<String> listener) {
        onOpen = listener;
    }

    ModelsViewModel models() {
        return beside.models();
    }

    DownloadsViewModel downloads() {
        return beside.downloads();
    }

    CalibrationViewModel calibration() {
        return beside.calibration();
    }

    Keeping keeping() {
        return keeping;
    }

    /// Those that the filter lets through.
    ObservableList<ModelLine> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Filter> filter() {
        return filter.getReadOnlyProperty();
    }

    /// For how long conversations they are judged.
    ReadOnlyObjectProperty<Length> length() {
        return length.getReadOnlyProperty();
    }

    /// Which one to get, in one sentence.
    ReadOnlyStringProperty advice() {
        return advice.getReadOnlyProperty();
    }

    /// What models take on the disk, and what is free.
    ReadOnlyStringProperty room() {
        return room.getReadOnlyProperty();
    }

    /// What this build can compute on, what was tried, and what was put aside and why.
    ReadOnlyStringProperty machine() {
        return machine.getReadOnlyProperty();
    }

    /// Why nothing is offered.
    ReadOnlyObjectProperty<Optional<Trouble>> fault() {
        return fault.getReadOnlyProperty();
    }

    /// BCP 47 tags of all languages that models know.
    List<String> languages() {
        return seen.map(it ->
                        it.offers().offered().stream()
                                .flatMap(each -> each.entry().traits().languages().stream())
                                .distinct()
                                .sorted()
                                .toList())
                .orElse(List.of());
    }

    /// The page is looked at from now on.
    public void begin() {
        open = true;
        refresh();
        background.ask(shelf::machine, this::show);
    }

    /// The page is closed.
    public void end() {
        open = false;
        seen = Optional.empty();
        lines.clear();
        keeping.forget();
    }

    /// Reads anew what is here and how it would get on, if somebody looks.
    public void refreshOpen() {
        if (open) {
            refresh();
        }
    }

    private void changed() {
        beside.models().refresh();
        refreshOpen();
    }

    /// Asks anew what may be got.
    void readAnew() {
        background.tell(() -> shelf.anew().run(), this::refresh);
    }

    private void refresh() {
        Wanted wanted = length.get().wanted();
        background.ask(() -> look(wanted), this::show);
    }

    private Optional<Seen> look(Wanted wanted) {
        try {
            return Optional.of(shelf.look(wanted));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void show(Optional<Seen> now) {
        seen = now;
        fault.set(
                now.map(Seen::offers)
                        .filter(InForce.Nothing.class::isInstance)
                        .map(it -> explain.of(((InForce.Nothing) it).fault())));
        advice.set(
                now.map(it ->
                                new FitWords(words, explain, it.offers())
                                        .of(it.report().recommendation()))
                        .orElse(words.of("models.unreadable")));
        room.set(now.map(this::room).orElse(""));
        show();
    }

    private void show(Shelf.Machine now) {
        machine.set(
                String.join(
                        "\n",
                        new RuntimeText(words, explain).lines(now.runtime(), now.standings())));
    }

    private String room(Seen now) {
        Amounts amounts = new Amounts(words);
        long taken = now.here().stream().mapToLong(it -> it.room().bytes()).sum();
        return words.of(
                "models.room",
                now.here().size(),
                amounts.bytes(taken),
                amounts.bytes(now.freeBytes()));
    }

    /// While nobody looks nothing is put together: a model that answers tells so many times a
    /// second.
    private void show() {
        if (!open) {
            return;
        }
        List<ModelLine> now = seen.map(this::lines).orElse(List.of());
        if (!lines.equals(now)) {
            lines.setAll(now);
        }
    }

    private List<ModelLine> lines(Seen now) {
        Set<String> coming = beside.downloads().coming().get();
        return new ModelText(words, explain, now, coming, loaded())
                .lines().stream().filter(filter.get()::keeps).toList();
    }

    private Optional<String> loaded() {
        return switch (beside.models().status().get()) {
            case ModelStatus.Ready(String model) -> Optional.of(model);
            case ModelStatus.Answering(String model, double _) -> Optional.of(model);
            case ModelStatus.Loading(String model) -> Optional.of(model);
            case ModelStatus.None _, ModelStatus.Unloaded _, ModelStatus.Down _ -> Optional.empty();
        };
    }

    void filter(Filter next) {
        filter.set(next);
        show();
    }

    /// Judges all of them anew for conversations of that length.
    void length(Length next) {
        length.set(next);
        refresh();
    }

    /// Whether nothing may leave now.
    boolean isOffline() {
        return beside.mode().standing().getValue() instanceof Standing.Offline;
    }

    /// Fetches it, or copies it from a share; one that is here is replaced by a newer one.
    void get(String id) {
        seen.flatMap(it -> it.offers().find(id)).ifPresent(this::get);
    }

    private void get(Offered offered) {
        switch (offered.home()) {
            case Home.OnShare share ->
                    beside.models().bringIn(share.folder(offered.variant().source()));
            case Home.OnHub _ -> {
                if (!isOffline()) {
                    Getting.of(offered).ifPresent(beside.downloads()::get);
                }
            }
        }
    }

    void use(String id) {
        beside.models().choose(id);
        refresh();
    }

    /// Takes the model in use into memory again.
    void load(String id) {
        beside.models().choose(id);
    }

    void measure() {
        beside.calibration().beginAnew();
    }

    void bringIn(Path what, Manner manner) {
        beside.models().bringIn(what, manner);
    }

    void open(String address) {
        if (!isOffline()) {
            onOpen.accept(address);
        }
    }
}
