package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import nearside.desktop.attach.Attached;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Optional;

/// What a person can make of a conversation. Whatever is replaced stays, on another way.
interface Shaping {
    /// Whether anything can be changed now: nothing while an answer is on its way.
    ObservableValue<Boolean> may();

    /// The same, told only while that stands in a window: it is told as long as there is a window,
    /// and would keep all that was ever shown.
    default ObservableValue<Boolean> mayWhileShown(Node node) {
        return may().when(node.sceneProperty().isNotNull());
    }

    /// Asks something else in the place of a question.
    ///
    /// @param files what goes with it
    void ask(Question instead, String text, List<Attached> files);

    /// Asks for another answer.
    void again(Answer instead);

    /// The same at another temperature.
    void again(Answer instead, double temperature);

    /// The same by another model, which is used from then on.
    void again(Answer instead, String model);

    /// Models that could answer, without the one that does.
    List<String> otherModels();

    /// Shows what was said at that place side by side.
    void compare(Row row);

    /// Shows all ways.
    void tree();

    /// Puts an answer in other words.
    void rewrite(Answer instead, String text);

    /// Told when a message is not written in any more.
    void left();

    /// Takes a message away with all that was said below it; that can be taken back.
    void remove(Row row);

    /// Always has a message read from now on, or no longer where it is so now.
    void pin(Row row);

    /// Begins another conversation with a copy of the way to it.
    void fork(Row row);

    /// By which it is found again; empty while it is not kept.
    Optional<MessageLink> link(Row row);

    /// Goes another way.
    void show(MessageId message);
}
