package nearside.desktop.compare;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.List;
import java.util.function.Consumer;

/// What was said at one place of a conversation, side by side. Lives on the UI thread.
public final class CompareViewModel {
    private final Conversations conversations;
    private final Background background;
    private final Consumer<MessageId> show;
    private final ObservableList<Compared> all = FXCollections.observableArrayList();

    /// Over the open conversation.
    ///
    /// @param show shows the way to a message
    public CompareViewModel(
            Conversations conversations, Background background, Consumer<MessageId> show) {
        this.conversations = conversations;
        this.background = background;
        this.show = show;
    }

    /// Reads what was said there.
    ///
    /// @param messages that stand beside each other, the oldest first
    public void compare(ConversationId conversation, List<MessageId> messages) {
        all.clear();
        background.ask(
                () -> messages.stream().map(id -> read(conversation, id)).toList(), all::setAll);
    }

    ObservableList<Compared> all() {
        return all;
    }

    void choose(Compared chosen) {
        show.accept(chosen.id());
    }

    private Compared read(ConversationId conversation, MessageId id) {
        Message message = conversations.messages(conversation, id).getLast();
        return new Compared(
                id, message.facts().map(Message.Facts::model).orElse(""), message.text());
    }
}
