package nearside.desktop.chat;

import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import java.util.List;

/// What stands around the conversation in the window.
public interface Around {
    /// Nothing does.
    Around NOTHING =
            new Around() {
                @Override
                public List<String> others() {
                    return List.of();
                }

                @Override
                public void use(String model) {}

                @Override
                public void forked(ConversationId conversation) {}

                @Override
                public void compare(ConversationId conversation, List<MessageId> messages) {}

                @Override
                public void tree() {}
            };

    /// Models that could answer, without the one that does.
    List<String> others();

    /// Another model answers from now on.
    void use(String model);

    /// A conversation was begun with a copy of another one.
    void forked(ConversationId conversation);

    /// Shows messages of one place side by side.
    void compare(ConversationId conversation, List<MessageId> messages);

    /// Shows all ways of the open conversation.
    void tree();
}
