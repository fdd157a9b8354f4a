package nearside.storage;

import java.util.Optional;

/// A question and where it was asked.
record Asked(Optional<ConversationId> conversation, String question) {}
