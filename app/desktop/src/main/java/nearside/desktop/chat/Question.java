package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.storage.MessageId;

import java.util.Optional;

/// What a person asked.
public final class Question implements Row {
    private final String text;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private Optional<MessageId> id = Optional.empty();

    Question(MessageId id, String text, Standing standing) {
        this(text, standing);
        this.id = Optional.of(id);
    }

    Question(String text, Standing standing) {
        this.text = text;
        this.standing = new ReadOnlyObjectWrapper<>(standing);
    }

    public String text() {
        return text;
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public Optional<MessageId> id() {
        return id;
    }

    void savedAs(MessageId message) {
        id = Optional.of(message);
        becomes(Standing.SAVED);
    }

    boolean saved() {
        return standing.get() == Standing.SAVED || standing.get() == Standing.DAMAGED;
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
        /// On disk, and not all of it can be read any more.
        DAMAGED,
        /// The store failed before it was on disk; its text is kept as a draft.
        UNSAVED
    }
}
