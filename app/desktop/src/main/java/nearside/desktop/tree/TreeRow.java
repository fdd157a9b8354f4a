package nearside.desktop.tree;

import nearside.storage.Message;
import nearside.storage.MessageId;

/// One message in the tree of a conversation.
///
/// @param depth how many forks stand above it
/// @param text its first words
/// @param shown whether it is on the way that is shown
record TreeRow(MessageId id, int depth, Speaker speaker, String text, boolean shown) {
    /// Who wrote it.
    enum Speaker {
        SYSTEM,
        PERSON,
        MODEL;

        static Speaker of(Message.Speaker stored) {
            return switch (stored) {
                case SYSTEM -> SYSTEM;
                case USER -> PERSON;
                case ASSISTANT -> MODEL;
            };
        }
    }
}
