package nearside.desktop.tree;

import nearside.storage.Message;
import nearside.storage.MessageId;

/// One message in the tree of a conversation.
///
/// @param depth how many forks stand above it
/// @param text its first words
/// @param shown whether it is on the way that is shown
record TreeRow(MessageId id, int depth, Message.Speaker speaker, String text, boolean shown) {}
