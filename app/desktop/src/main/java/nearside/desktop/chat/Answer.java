package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import nearside.storage.MessageId;

import java.util.Optional;

/// What a model answers, growing while it writes.
public final class Answer implements Row {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress.Sent());
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private Optional<MessageId> id = Optional.empty();

    Answer() {}

    Answer(MessageId id, String text, Progress.Over over, String why, String notice) {
        this.id = Optional.of(id);
        this.text.set(text);
        this.why.set(why);
        this.notice.set(notice);
        progress.set(over);
    }

    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Two plain sentences that say why it was answered where it was; empty when not known.
    public ReadOnlyStringProperty why() {
        return why.getReadOnlyProperty();
    }

    /// Whether it is known where it was written. Of what was brought in from another program it is
    /// not.
    boolean tellsWhere() {
        return !progress.get().over() || !why.get().isEmpty();
    }

    /// One line on what was given up so that it could be answered here; empty for nothing.
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /// Whether more of this answer can be asked for.
    public boolean canContinue() {
        return id.isPresent()
                && progress.get() instanceof Progress.Over over
                && over.ending().canContinue();
    }

    @Override
    public Optional<MessageId> id() {
        return id;
    }

    void saved(MessageId reply) {
        id = Optional.of(reply);
    }

    void explained(String sentences) {
        why.set(sentences);
    }

    void noticed(String line) {
        notice.set(line);
    }

    void append(String more) {
        text.set(text.get() + more);
    }

    void becomes(Progress next) {
        progress.set(next);
    }
}
