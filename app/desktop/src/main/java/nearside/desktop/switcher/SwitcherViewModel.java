package nearside.desktop.switcher;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/// Goes to a conversation or does something by a few letters of its name. Lives on the UI thread.
public final class SwitcherViewModel {
    private static final int MOST = 50;

    private final Supplier<List<SwitchItem>> source;
    private final Function<String, Optional<SwitchItem>> address;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<SwitchItem> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private List<SwitchItem> all = List.of();

    private record Ranked(SwitchItem item, int rank) {}

    /// @param source all there is now, the likeliest first
    public SwitcherViewModel(Supplier<List<SwitchItem>> source) {
        this(source, _ -> Optional.empty());
    }

    /// The same, where what is typed may itself say where to go.
    ///
    /// @param address where that is; empty for what is none
    public SwitcherViewModel(
            Supplier<List<SwitchItem>> source, Function<String, Optional<SwitchItem>> address) {
        this.source = source;
        this.address = address;
        typed.subscribe(_ -> look());
    }

    /// What is typed.
    public StringProperty typed() {
        return typed;
    }

    /// What answers to it, the best first.
    public ObservableList<SwitchItem> found() {
        return found;
    }

    /// The one that Enter takes, from 0.
    public ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    public void begin() {
        all = source.get();
        typed.set("");
        look();
        open.set(true);
    }

    public void leave() {
        open.set(false);
    }

    /// Goes down, or up for less than nothing; round at the ends.
    public void move(int steps) {
        if (!found.isEmpty()) {
            at.set(Math.floorMod(at.get() + steps, found.size()));
        }
    }

    /// Takes what is chosen.
    public void take() {
        if (!found.isEmpty()) {
            take(found.get(at.get()));
        }
    }

    public void take(SwitchItem item) {
        leave();
        item.action().run();
    }

    private void look() {
        String text = typed.get();
        Optional<SwitchItem> named = address.apply(text);
        if (named.isPresent()) {
            found.setAll(named.get());
            at.set(0);
            return;
        }
        found.setAll(
                all.stream()
                        .map(item -> new Ranked(item, rank(item, text)))
                        .filter(ranked -> ranked.rank() >= 0)
                        .sorted(Comparator.comparingInt(Ranked::rank))
                        .limit(MOST)
                        .map(Ranked::item)
                        .toList());
        at.set(0);
    }

    private static int rank(SwitchItem item, String text) {
        OptionalInt rank = text.isBlank() ? OptionalInt.of(0) : Matching.rank(item.title(), text);
        return rank.orElse(-1);
    }
}
