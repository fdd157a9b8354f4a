package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A conversation as it is shown, with what was typed under it and not sent. Lives on the UI
/// thread.
public final class Transcript {
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty draft = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Row>> sought =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<MessageId> wanted = Optional.empty();
    private Optional<ConversationId> id;
    private boolean filled;

    Transcript(Optional<ConversationId> id) {
        this.id = id;
        rows.addListener((ListChangeListener<Row>) _ -> showWanted());
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public StringProperty draft() {
        return draft;
    }

    /// The row that a person wants to see.
    ReadOnlyObjectProperty<Optional<Row>> sought() {
        return sought.getReadOnlyProperty();
    }

    /// Shows a message, as soon as it is there; once more, too.
    void seek(MessageId message) {
        sought.set(Optional.empty());
        wanted = Optional.of(message);
        showWanted();
    }

    private void showWanted() {
        Optional<Row> found =
                wanted.flatMap(message ->
                        rows.stream()
                                .filter(row -> row.id().equals(Optional.of(message)))
                                .findFirst());
        if (found.isPresent()) {
            wanted = Optional.empty();
            sought.set(found);
        }
    }

    Optional<ConversationId> id() {
        return id;
    }

    void begunAs(ConversationId conversation) {
        id = Optional.of(conversation);
    }

    /// Whether what is stored was put in: before that, nothing of it may be stored.
    boolean filled() {
        return filled;
    }

    void isFilled() {
        filled = true;
    }

    /// All that would be lost if the program ended now: the questions not saved yet, and the draft.
    String unsent() {
        Stream<String> questions =
                rows.stream()
                        .filter(row -> row instanceof Question question && !question.saved())
                        .map(row -> ((Question) row).text());
        return Stream.concat(questions, Stream.of(draft.get()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    boolean busy() {
        return rows.stream()
                .anyMatch(row ->
                        switch (row) {
                            case Question question -> !question.saved();
                            case Answer answer -> !answer.progress().get().over();
                        });
    }
}
