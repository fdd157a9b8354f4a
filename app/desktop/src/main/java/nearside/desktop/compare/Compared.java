package nearside.desktop.compare;

import nearside.storage.MessageId;

/// One of several answers at the same place.
///
/// @param by the model that wrote it; empty where that is not known
record Compared(MessageId id, String by, String text) {}
