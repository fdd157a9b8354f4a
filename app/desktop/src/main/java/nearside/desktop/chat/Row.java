package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;

import nearside.storage.MessageId;

import java.util.Optional;

/// One row of a conversation as it is shown.
public sealed interface Row permits Question, Answer {
    /// As many letters as a name has.
    int SHORT = 40;

    /// Its id on the disk; empty before it is there.
    Optional<MessageId> id();

    /// Its first words, to name it by.
    String beginning();

    /// The first words of a text.
    static String beginning(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "…";
    }

    /// The ways that the conversation took here.
    ReadOnlyObjectProperty<Branch> branch();
}
