package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;

import nearside.storage.ConversationId;

import java.util.Optional;

/// A question in a conversation of its own that is not opened, and what is answered. Lives on the
/// UI thread.
public final class Aside {
    private final Transcript transcript;
    private final FooterText footer;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);

    /// @param waiting what is said until an answer begins
    Aside(Transcript transcript, FooterText footer, String waiting) {
        this.transcript = transcript;
        this.footer = footer;
        line.set(waiting);
        transcript.rows().addListener((ListChangeListener<Row>) _ -> rowsAre());
    }

    private void rowsAre() {
        if (transcript.rows().getLast() instanceof Answer answer) {
            text.bind(answer.text());
            answer.progress().subscribe(this::goesOn);
        }
    }

    private void goesOn(Progress progress) {
        line.set(
                progress instanceof Progress.Over(var _, var _, var trouble) && trouble.isPresent()
                        ? trouble.get().title() + " " + trouble.get().meaning()
                        : footer.of(progress));
        over.set(progress.over());
    }

    /// The answer as far as it is written.
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /// One line on how far it is.
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /// Whether nothing more comes.
    public ReadOnlyBooleanProperty over() {
        return over.getReadOnlyProperty();
    }

    /// Where it is kept; empty before it is.
    public Optional<ConversationId> conversation() {
        return transcript.id();
    }

    Transcript transcript() {
        return transcript;
    }
}
