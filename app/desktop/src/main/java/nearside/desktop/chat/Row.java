package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.storage.MessageId;

import java.util.Optional;

/// One row of a conversation as it is shown.
public sealed interface Row permits Question, Answer {
    /// Its id on the disk; empty before it is there.
    Optional<MessageId> id();

    /// Its first words, to name it by.
    String beginning();

    /// How much of it the model would see with the next question.
    ReadOnlyObjectProperty<Seen> seen();

    /// Whether the model always reads it.
    ReadOnlyObjectProperty<Pin> pin();

    void pin(Pin next);

    /// Whether a model always reads a message.
    enum Pin {
        LOOSE,
        PINNED
    }

    /// The ways that the conversation took here.
    ReadOnlyObjectProperty<Branch> branch();
}
