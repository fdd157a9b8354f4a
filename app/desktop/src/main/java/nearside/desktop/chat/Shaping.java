package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;

import nearside.storage.MessageId;

/// What a person can make of a conversation. Whatever is replaced stays, on another way.
interface Shaping {
    /// Whether anything can be changed now: nothing while an answer is on its way.
    ObservableValue<Boolean> may();

    /// Asks something else in the place of a question.
    void ask(Question instead, String text);

    /// Asks for another answer.
    void again(Answer instead);

    /// Puts an answer in other words.
    void rewrite(Answer instead, String text);

    /// Told when a message is not written in any more.
    void left();

    /// Goes another way.
    void show(MessageId message);
}
