package nearside.house.broken;

import nearside.storage.Conversation;

/// A view that knows the store.
record BrokenView(Conversation conversation) {}
