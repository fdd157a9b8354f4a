package nearside.desktop.welcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import nearside.copilot.models.Models;
import nearside.copilot.models.Published;
import nearside.desktop.models.ModelsViewModel;
import nearside.desktop.offline.OfflineViewModel;
import nearside.desktop.offline.Standing;
import nearside.desktop.pace.Background;
import nearside.engine.folder.FolderCheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// How the model that this program is made for comes onto the device: from the page of its makers,
/// by the person's own browser, then from a folder. Lives on the UI thread.
public final class GettingViewModel {
    private static final Published MODEL = Published.PHI_3_MINI;

    private final Models models;
    private final ModelsViewModel bringing;
    private final Background background;
    private final GettingText text;
    private final ObservableValue<Boolean> offline;
    private final ReadOnlyBooleanWrapper here = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
    private Consumer<String> onOpen = _ -> {};

    GettingViewModel(
            Models models,
            ModelsViewModel bringing,
            OfflineViewModel mode,
            Background background,
            GettingText text) {
        this.models = models;
        this.bringing = bringing;
        this.background = background;
        this.text = text;
        this.offline = mode.standing().map(Standing.Offline.class::isInstance);
    }

    /// Told which address a person wants to open.
    public void onOpen(Consumer<String> listener) {
        onOpen = listener;
    }

    /// Whether such a model is on this device already.
    ReadOnlyBooleanProperty here() {
        return here.getReadOnlyProperty();
    }

    /// Whether nothing may leave now.
    ObservableValue<Boolean> offline() {
        return offline;
    }

    public String name() {
        return MODEL.name();
    }

    String size() {
        return text.size(MODEL);
    }

    String times() {
        return text.times(MODEL);
    }

    String page() {
        return MODEL.page().toString();
    }

    /// The folder there.
    String folder() {
        return MODEL.folder();
    }

    /// Whether there is room on the disk for it; empty where the system does not tell.
    ReadOnlyStringProperty room() {
        return room.getReadOnlyProperty();
    }

    private record Seen(boolean here, OptionalLong free) {}

    /// Looks whether it is here, and for room.
    public void refresh() {
        background.ask(
                () -> new Seen(isHere(), free()),
                seen -> {
                    here.set(seen.here());
                    room.set(
                            seen.free().isPresent()
                                    ? text.room(MODEL, seen.free().getAsLong())
                                    : "");
                });
    }

    private boolean isHere() {
        return models.list().stream()
                .anyMatch(it ->
                        it.check() instanceof FolderCheck.Sound(var folder)
                                && MODEL.isLike(folder));
    }

    private OptionalLong free() {
        try {
            return OptionalLong.of(models.freeBytes());
        } catch (IOException untold) {
            return OptionalLong.empty();
        }
    }

    /// Opens the page of its makers, unless nothing may leave.
    void openPage() {
        if (!offline.getValue()) {
            onOpen.accept(page());
        }
    }

    /// Copies the folder that was fetched, and uses it.
    void bringIn(Path fetched) {
        bringing.bringIn(fetched);
    }
}
