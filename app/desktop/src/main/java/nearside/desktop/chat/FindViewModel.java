package nearside.desktop.chat;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import nearside.storage.MessageId;

import java.util.List;
import java.util.Locale;

/// Finds words inside the open conversation, on the way that is shown. Lives on the UI thread.
final class FindViewModel {
    private final ObservableValue<Transcript> open;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);

    /// How many messages have what is typed in them, and which of them is looked at.
    ///
    /// @param at from 1; 0 where there is none
    record Found(int at, int of) {
        static final Found NOTHING = new Found(0, 0);
    }

    private final ObservableValue<String> wanted =
            Bindings.createStringBinding(
                    () -> shown.get() ? typed.get().strip() : "", shown, typed);

    FindViewModel(ObservableValue<Transcript> open) {
        this.open = open;
        typed.subscribe(_ -> look());
        open.subscribe(_ -> leave());
    }

    StringProperty typed() {
        return typed;
    }

    ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// What is looked for now; nothing while the bar is not shown.
    ObservableValue<String> wanted() {
        return wanted;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    void begin() {
        shown.set(true);
        look();
    }

    void leave() {
        shown.set(false);
        found.set(Found.NOTHING);
    }

    /// Looks at the next one, or for less than nothing at the one before; round at the ends.
    void move(int steps) {
        List<MessageId> all = all();
        if (!all.isEmpty()) {
            int at = Math.floorMod(found.get().at() - 1 + steps, all.size());
            look(all, at);
        }
    }

    /// The newest one first: it is nearest to where a person is.
    private void look() {
        List<MessageId> all = all();
        if (all.isEmpty()) {
            found.set(Found.NOTHING);
        } else {
            look(all, all.size() - 1);
        }
    }

    private void look(List<MessageId> all, int at) {
        found.set(new Found(at + 1, all.size()));
        open.getValue().seek(all.get(at));
    }

    private List<MessageId> all() {
        String words = wanted.getValue().toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? List.of()
                : open.getValue().rows().stream()
                        .filter(row -> text(row).toLowerCase(Locale.ROOT).contains(words))
                        .flatMap(row -> row.id().stream())
                        .toList();
    }

    private static String text(Row row) {
        return switch (row) {
            case Question question -> question.text();
            case Answer answer -> answer.text().get();
        };
    }
}
