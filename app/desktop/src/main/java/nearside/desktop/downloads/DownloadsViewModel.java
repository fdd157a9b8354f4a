package nearside.desktop.downloads;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.downloads.Getting;
import nearside.copilot.downloads.Trip;
import nearside.copilot.downloads.Trip.Standing;
import nearside.copilot.models.Models;
import nearside.desktop.pace.Background;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// All models on their way here. Looked at anew twice a second while any of them comes. Lives on
/// the UI thread.
public final class DownloadsViewModel {
    private static final System.Logger LOG = System.getLogger("nearside.downloads");
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Downloads downloads;
    private final Background background;
    private final TripText text;
    private final ObservableList<TripLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Set<String>> coming = new ReadOnlyObjectWrapper<>(Set.of());
    private final Set<String> told = new HashSet<>();
    private Consumer<String> onHere = _ -> {};
    private Consumer<String> onUse = _ -> {};
    private boolean looking;

    public DownloadsViewModel(Downloads downloads, Background background, TripText text) {
        this.downloads = downloads;
        this.background = background;
        this.text = text;
    }

    /// Told the name of a model that came.
    public void onHere(Consumer<String> listener) {
        onHere = listener;
    }

    /// Told the name of a model that a person wants to use.
    public void onUse(Consumer<String> listener) {
        onUse = listener;
    }

    ObservableList<TripLine> lines() {
        return lines;
    }

    /// The names of all that are not here yet and were not given up.
    public ReadOnlyObjectProperty<Set<String>> coming() {
        return coming.getReadOnlyProperty();
    }

    /// Shows those that were begun before and did not come whole, paused. What no catalogue names
    /// any more cannot go on.
    ///
    /// @param shop what may be got; reading it blocks
    public void restore(Models models, Supplier<InForce> shop) {
        background.ask(
                () -> begun(models, shop),
                begun -> {
                    begun.forEach(downloads::left);
                    show();
                });
    }

    private static List<Getting> begun(Models models, Supplier<InForce> shop) {
        try {
            List<String> names = models.arrivals();
            return names.isEmpty()
                    ? List.of()
                    : names.stream()
                            .flatMap(name -> shop.get().find(name).stream())
                            .flatMap(offered -> Getting.of(offered).stream())
                            .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Wants a model.
    public void get(Getting model) {
        told.remove(model.id());
        downloads.get(model);
        look();
    }

    void pause(String id) {
        downloads.pause(id);
        look();
    }

    void goOn(String id) {
        downloads.goOn(id);
        look();
    }

    /// Stops it, and throws away what is here.
    void giveUp(String id) {
        background.tell(() -> discard(id), this::show);
    }

    /// What cannot be thrown away is shown again after the next start.
    private void discard(String id) {
        try {
            downloads.giveUp(id);
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "a download could not be thrown away: {0}", stays.getClass());
        }
    }

    void close(String id) {
        downloads.forget(id);
        show();
    }

    void use(String id) {
        downloads.all().stream()
                .filter(trip -> trip.id().equals(id))
                .forEach(trip -> {
                    if (trip.standing() instanceof Standing.Here(String model)) {
                        onUse.accept(model);
                    }
                });
        close(id);
    }

    private void look() {
        if (!looking) {
            lookAgain();
        }
    }

    private void lookAgain() {
        boolean rest = downloads.all().stream().allMatch(Trip::rests);
        show();
        looking = !rest;
        if (looking) {
            var _ = background.ui().after(GLANCE, this::lookAgain);
        }
    }

    /// Shows how all of them stand now.
    public void show() {
        List<Trip> all = downloads.all();
        List<TripLine> now = all.stream().map(text::line).toList();
        if (!lines.equals(now)) {
            lines.setAll(now);
        }
        coming.set(
                all.stream()
                        .filter(trip -> !(trip.standing() instanceof Standing.Here))
                        .map(Trip::id)
                        .collect(Collectors.toUnmodifiableSet()));
        for (Trip trip : all) {
            if (trip.standing() instanceof Standing.Here(String model) && told.add(trip.id())) {
                onHere.accept(model);
            }
        }
    }
}
