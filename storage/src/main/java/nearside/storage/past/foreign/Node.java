package nearside.storage.past.foreign;

import com.google.gson.JsonObject;

import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Content;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastMessage.Run;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastMessage.State;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A place in the tree of a foreign conversation, by its ids over there. One that says nothing
/// holds no message: what hangs under it moves up.
record Node(String id, Optional<String> parent, Optional<Said> said) {

    /// The message at a node.
    ///
    /// @param extra what is kept of it beside the rest
    record Said(
            Speaker speaker,
            State state,
            Times times,
            Content content,
            Making making,
            Optional<String> extra) {
        /// A message of another program, which was written to its end.
        static Said of(Role role, Optional<Instant> begun, String text, Making making, Kept kept) {
            return new Said(
                    role.speaker(),
                    State.DONE,
                    new Times(begun, Optional.empty()),
                    Content.of(text.isEmpty() ? List.of() : List.of(Run.here(text))),
                    making,
                    Optional.of(kept.json(role)));
        }

        PastMessage.Head head(Instant otherwise) {
            return new PastMessage.Head(
                    speaker, state, times.begun().orElse(otherwise), times.pinned());
        }
    }

    /// When a message was begun, and since when it is pinned.
    record Times(Optional<Instant> begun, Optional<Instant> pinned) {}

    /// What a foreign message is called, and the members that nothing else holds.
    record Kept(String id, JsonObject fields) {
        String json(Role role) {
            JsonObject json = new JsonObject();
            json.addProperty("id", id);
            role.foreign().ifPresent(name -> json.addProperty("role", name));
            if (!fields.isEmpty()) {
                json.add("fields", fields);
            }
            return json.toString();
        }
    }

    static Node empty(String id, Optional<String> parent) {
        return new Node(id, parent, Optional.empty());
    }

    static Node of(String id, Optional<String> parent, Said said) {
        return new Node(id, parent, Optional.of(said));
    }
}
