package nearside.storage;

import nearside.storage.index.Entry;
import nearside.storage.index.Talk;
import nearside.storage.search.Filter.Origin;

import java.util.Optional;
import java.util.Set;

/// A message or a title as it is read for search.
///
/// @param subject the number of a message, or of a conversation below zero
record SearchRow(
        long subject,
        Talk talk,
        Optional<MessageId> message,
        long timeNanos,
        Set<Origin> origins,
        String text) {

    static long title(long conversation) {
        return -conversation;
    }

    Entry entry() {
        return Entry.of(subject, talk, timeNanos, origins, text);
    }
}
