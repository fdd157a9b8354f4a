package nearside.desktop.window;

import nearside.desktop.chat.Around;
import nearside.desktop.models.ModelChoice;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import java.util.List;
import java.util.stream.Stream;

/// What stands around the conversation: the models, the list of conversations, and panels.
///
/// @param openTree shows all ways
/// @param openCompare shows what was read to be compared
record AroundChat(Rooms rooms, Runnable openTree, Runnable openCompare) implements Around {
    @Override
    public List<String> others() {
        return choices().map(ModelChoice::id).toList();
    }

    @Override
    public void use(String model) {
        choices()
                .filter(choice -> choice.id().equals(model))
                .findFirst()
                .ifPresent(rooms.models()::choose);
    }

    private Stream<ModelChoice> choices() {
        return rooms.models().choices().stream()
                .filter(choice -> choice.flaw().isEmpty())
                .filter(choice -> choice.inUse() == ModelChoice.InUse.NO);
    }

    @Override
    public void forked(ConversationId conversation) {
        rooms.history().refresh();
        rooms.history().open(conversation.value());
    }

    @Override
    public void compare(ConversationId conversation, List<MessageId> messages) {
        rooms.compare().compare(conversation, messages);
        openCompare.run();
    }

    @Override
    public void tree() {
        openTree.run();
    }
}
