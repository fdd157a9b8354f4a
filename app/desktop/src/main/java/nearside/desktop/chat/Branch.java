package nearside.desktop.chat;

import nearside.storage.MessageId;

import java.util.List;
import java.util.Optional;

/// The ways that a conversation took at one place.
///
/// @param all what was said there, the oldest first; fewer than two where there is one way
/// @param at the one that is shown, from 0
public record Branch(List<MessageId> all, int at) {
    static final Branch NONE = new Branch(List.of(), 0);

    public Branch {
        all = List.copyOf(all);
    }

    static Branch of(List<MessageId> all, MessageId shown) {
        return new Branch(all, Math.max(0, all.indexOf(shown)));
    }

    public boolean isFork() {
        return all.size() > 1;
    }

    /// The one before it.
    Optional<MessageId> before() {
        return at > 0 ? Optional.of(all.get(at - 1)) : Optional.empty();
    }

    /// The one after it.
    Optional<MessageId> after() {
        return at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty();
    }
}
