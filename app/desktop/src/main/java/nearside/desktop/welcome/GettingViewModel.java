package nearside.desktop.welcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.downloads.Getting;
import nearside.copilot.models.Models;
import nearside.copilot.models.Published;
import nearside.desktop.downloads.DownloadsViewModel;
import nearside.desktop.models.ModelsViewModel;
import nearside.desktop.offline.OfflineViewModel;
import nearside.desktop.offline.Standing;
import nearside.desktop.pace.Background;
import nearside.engine.accelerator.Provider;
import nearside.engine.folder.FolderCheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// How the model that this program is made for comes onto the device: fetched from its hub, copied
/// from a share, or from a folder that a person has. Lives on the UI thread.
public final class GettingViewModel {
    private final Behind behind;
    private final Beside beside;
    private final Background background;
    private final GettingText text;
    private final ObservableValue<Boolean> offline;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper here = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
    private Consumer<String> onOpen = _ -> {};

    /// What stands behind it.
    ///
    /// @param shop what may be got; reading it blocks
    record Behind(Models models, Supplier<InForce> shop) {}

    /// The rooms that it leads to.
    record Beside(ModelsViewModel bringing, DownloadsViewModel downloads, OfflineViewModel mode) {}

    /// The model that is offered.
    record Found(Offered offered, Published published) {}

    GettingViewModel(Behind behind, Beside beside, Background background, GettingText text) {
        this.behind = behind;
        this.beside = beside;
        this.background = background;
        this.text = text;
        this.offline = beside.mode().standing().map(Standing.Offline.class::isInstance);
    }

    /// Told which address a person wants to open.
    public void onOpen(Consumer<String> listener) {
        onOpen = listener;
    }

    /// The model that is offered; empty until it was looked for, and where there is none.
    ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    /// Whether such a model is on this device already.
    ReadOnlyBooleanProperty here() {
        return here.getReadOnlyProperty();
    }

    /// Whether nothing may leave now.
    ObservableValue<Boolean> offline() {
        return offline;
    }

    /// What a person may call it.
    public String name() {
        return found.get().map(it -> it.published().name()).orElseGet(text::larger);
    }

    GettingText text() {
        return text;
    }

    /// Whether there is room on the disk for it; empty where the system does not tell.
    ReadOnlyStringProperty room() {
        return room.getReadOnlyProperty();
    }

    private record Seen(Optional<Found> found, boolean here, OptionalLong free) {}

    /// Looks what is offered, whether it is here, and for room.
    public void refresh() {
        background.ask(this::look, this::show);
    }

    private Seen look() {
        Optional<Found> offered = offered(behind.shop());
        return new Seen(offered, offered.filter(it -> isHere(it.published())).isPresent(), free());
    }

    private static Optional<Found> offered(Supplier<InForce> shop) {
        return shop.get()
                .first(Provider.CPU)
                .flatMap(it -> Published.of(it).map(published -> new Found(it, published)));
    }

    private void show(Seen seen) {
        found.set(seen.found());
        here.set(seen.here());
        room.set(
                seen.found().isPresent() && seen.free().isPresent()
                        ? text.room(seen.found().get().published(), seen.free().getAsLong())
                        : "");
    }

    private boolean isHere(Published model) {
        return behind.models().list().stream()
                .anyMatch(it ->
                        it.check() instanceof FolderCheck.Sound(var folder)
                                && model.isLike(folder));
    }

    private OptionalLong free() {
        try {
            return OptionalLong.of(behind.models().freeBytes());
        } catch (IOException untold) {
            return OptionalLong.empty();
        }
    }

    /// Fetches it, or copies it from where it lies; nothing while nothing may leave.
    void get() {
        found.get().map(Found::offered).ifPresent(this::get);
    }

    private void get(Offered offered) {
        switch (offered.home()) {
            case Home.OnShare share ->
                    beside.bringing().bringIn(share.folder(offered.variant().source()));
            case Home.OnHub _ -> {
                if (!offline.getValue()) {
                    Getting.of(offered).ifPresent(beside.downloads()::get);
                }
            }
        }
    }

    /// Opens the page of its makers, unless nothing may leave.
    void openPage() {
        if (!offline.getValue()) {
            found.get().ifPresent(it -> onOpen.accept(it.published().page().toString()));
        }
    }

    /// Copies a folder that a person has, and uses it.
    void bringIn(Path folder) {
        beside.bringing().bringIn(folder);
    }
}
