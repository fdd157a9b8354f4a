package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.orchestrator.AttachedText;
import nearside.copilot.orchestrator.Setup;
import nearside.desktop.attach.Attached;
import nearside.desktop.chat.Row.Pin;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A conversation as it is shown, with what was typed under it and not sent. Lives on the UI
/// thread.
public final class Transcript {
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty draft = new SimpleStringProperty("");
    private final ObservableList<Attached> files = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Setup> setup = new ReadOnlyObjectWrapper<>(Setup.DEFAULT);
    private final ReadOnlyIntegerWrapper reading = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<Optional<Row>> sought =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<MessageId> wanted = Optional.empty();
    private final ReadOnlyBooleanWrapper temporary = new ReadOnlyBooleanWrapper(false);
    private Optional<ConversationId> id;
    private boolean filled;
    private boolean whole;

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

    /// How a model is asked in it.
    public ReadOnlyObjectProperty<Setup> setup() {
        return setup.getReadOnlyProperty();
    }

    void setUp(Setup next) {
        setup.set(next);
    }

    /// What goes with what is typed.
    public ObservableList<Attached> files() {
        return files;
    }

    /// How many files are read at the moment: nothing is sent before they are there.
    public ReadOnlyIntegerProperty reading() {
        return reading.getReadOnlyProperty();
    }

    void reads(int more) {
        reading.set(reading.get() + more);
    }

    /// True while nothing of it is kept, on the disk or elsewhere.
    public ReadOnlyBooleanProperty temporary() {
        return temporary.getReadOnlyProperty();
    }

    /// Keeps nothing of it, or keeps it after all; as long as nothing was said.
    void keepNothing(boolean nothing) {
        if (id.isEmpty() && rows.isEmpty()) {
            temporary.set(nothing);
        }
    }

    /// All that was said up to that row, as a model reads it.
    List<Line> lines(Row last) {
        Stream<Line> told = Stream.of(new Line(Role.SYSTEM, setup.get().system()));
        Stream<Line> said =
                rows.subList(0, rows.indexOf(last) + 1).stream()
                        .map(row ->
                                switch (row) {
                                    case Question question -> new Line(Role.USER, whole(question));
                                    case Answer answer ->
                                            new Line(Role.ASSISTANT, answer.text().get());
                                });
        return Stream.concat(told, said).filter(line -> !line.text().isEmpty()).toList();
    }

    private static String whole(Question question) {
        return AttachedText.before(
                question.text(),
                question.files().stream()
                        .map(file -> new AttachedText(file.name(), file.text().orElse("")))
                        .toList());
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

    /// What is wanted and not on the shown path, as far as that is known.
    Optional<MessageId> missing() {
        return whole ? wanted : Optional.empty();
    }

    /// What stands from that row on is not shown any more.
    void endsBefore(Row row) {
        int at = rows.indexOf(row);
        if (at >= 0) {
            rows.remove(at, rows.size());
        }
    }

    /// Shows a path anew, and one of its messages.
    void becomes(List<Row> path, Optional<MessageId> shown) {
        rows.setAll(path);
        whole = true;
        shown.ifPresent(this::seek);
    }

    /// Tells rows which ways there are beside them.
    void forksAt(Map<MessageId, List<MessageId>> siblings) {
        for (Row row : rows) {
            Branch branch =
                    row.id()
                            .map(id -> Branch.of(siblings.getOrDefault(id, List.of()), id))
                            .orElse(Branch.NONE);
            switch (row) {
                case Question question -> question.standsIn(branch);
                case Answer answer -> answer.standsIn(branch);
            }
        }
    }

    /// Tells rows which of them the model always reads.
    void pins(Set<MessageId> pinned) {
        for (Row row : rows) {
            row.pin(row.id().filter(pinned::contains).map(_ -> Pin.PINNED).orElse(Pin.LOOSE));
        }
    }

    /// Marks what the model would not see with the next question, or not whole.
    void marks(Map<MessageId, Seen> unseen) {
        for (Row row : rows) {
            Seen seen = row.id().map(unseen::get).orElse(Seen.WHOLE);
            switch (row) {
                case Question question -> question.seen(seen);
                case Answer answer -> answer.seen(seen);
            }
        }
    }

    Optional<ConversationId> id() {
        return id;
    }

    /// Whether it was begun now.
    boolean begunAs(ConversationId conversation) {
        boolean now = id.isEmpty();
        id = Optional.of(conversation);
        return now;
    }

    /// Whether what is stored was put in: before that, nothing of it may be stored.
    boolean filled() {
        return filled;
    }

    void isFilled() {
        filled = true;
    }

    boolean whole() {
        return whole;
    }

    /// From its first message on, it is there.
    void isWhole() {
        whole = true;
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
