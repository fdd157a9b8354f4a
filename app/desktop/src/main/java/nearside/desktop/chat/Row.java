package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import nearside.storage.MessageId;

import java.util.Optional;

/// One row of a conversation as it is shown.
public sealed interface Row permits Question, Answer {
    /// Its id on the disk; empty before it is there.
    Optional<MessageId> id();

    /// Its first words, to name it by.
    String beginning();

    /// True while the model would not see it with the next question.
    ReadOnlyBooleanProperty unseen();

    /// The ways that the conversation took here.
    ReadOnlyObjectProperty<Branch> branch();
}
