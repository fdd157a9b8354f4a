package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.desktop.attach.Attached;
import nearside.desktop.words.Beginning;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Optional;

/// What a person asked.
public final class Question implements Row {
    /// As many letters as it is named by.
    private static final int NAME = 40;

    private final String text;
    private final List<Attached> files;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.WHOLE);
    private final ReadOnlyObjectWrapper<Pin> pin = new ReadOnlyObjectWrapper<>(Pin.LOOSE);
    private final ReadOnlyObjectWrapper<Branch> branch = new ReadOnlyObjectWrapper<>(Branch.NONE);
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper(false);
    private Optional<MessageId> id = Optional.empty();

    Question(MessageId id, String text, List<Attached> files, Standing standing) {
        this(text, files, standing);
        this.id = Optional.of(id);
    }

    Question(String text, List<Attached> files, Standing standing) {
        this.text = text;
        this.files = List.copyOf(files);
        this.standing = new ReadOnlyObjectWrapper<>(standing);
    }

    public String text() {
        return text;
    }

    /// What goes with it.
    public List<Attached> files() {
        return files;
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public Optional<MessageId> id() {
        return id;
    }

    @Override
    public String beginning() {
        return Beginning.of(text, NAME);
    }

    @Override
    public ReadOnlyObjectProperty<Branch> branch() {
        return branch.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Pin> pin() {
        return pin.getReadOnlyProperty();
    }

    @Override
    public void pin(Pin next) {
        pin.set(next);
    }

    void seen(Seen now) {
        seen.set(now);
    }

    void standsIn(Branch next) {
        branch.set(next);
    }

    /// True while it is written anew.
    ReadOnlyBooleanProperty edited() {
        return edited.getReadOnlyProperty();
    }

    /// Whether another one can take its place.
    boolean canBeEdited() {
        return id.isPresent() && standing.get() == Standing.SAVED;
    }

    void edit() {
        edited.set(true);
    }

    void leave() {
        edited.set(false);
    }

    void savedAs(MessageId message) {
        id = Optional.of(message);
        becomes(Standing.SAVED);
    }

    boolean saved() {
        return switch (standing.get()) {
            case SAVED, NOT_KEPT, DAMAGED -> true;
            case QUEUED, SENDING, UNSAVED -> false;
        };
    }

    void becomes(Standing next) {
        standing.set(next);
    }

    /// Where a question is on its way.
    public enum Standing {
        /// Waits for the model or for the answer before it.
        QUEUED,
        SENDING,
        /// On disk.
        SAVED,
        /// In a conversation of which nothing is kept.
        NOT_KEPT,
        /// On disk, and not all of it can be read any more.
        DAMAGED,
        /// The store failed before it was on disk; its text is kept as a draft.
        UNSAVED
    }
}
