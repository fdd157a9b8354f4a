package nearside.storage.past.foreign;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A conversation of Claude's data export: `chat_messages` in a list, since some time with the id
/// of the parent of each; without it each follows the one before.
final class ClaudeForm implements Form {
    private static final Set<String> CONVERSATION =
            Set.of(
                    "uuid",
                    "name",
                    "created_at",
                    "updated_at",
                    "chat_messages",
                    "current_leaf_message_uuid");

    @Override
    public PastSource source() {
        return PastSource.CLAUDE;
    }

    @Override
    public boolean fits(JsonObject conversation) {
        return conversation.has("chat_messages");
    }

    @Override
    public Reading read(JsonObject conversation, PastWhere where) {
        Optional<String> id = Members.name(conversation, "uuid");
        Optional<JsonArray> messages = Members.list(conversation, "chat_messages");
        if (id.isEmpty()) {
            return Reading.refused(new PastRefusal.Wrong(where, "uuid", Kind.TEXT, Kind.NOTHING));
        }
        if (messages.isEmpty()) {
            Kind found = Members.kind(conversation.get("chat_messages"));
            return Reading.refused(new PastRefusal.Wrong(where, "chat_messages", Kind.LIST, found));
        }
        Gathering gathering = new Gathering(source(), where, id.get());
        Optional<String> before = Optional.empty();
        for (JsonElement message : messages.get()) {
            before = message(message, before, gathering).or(earlier(before));
        }
        return gathering.conversation(frame(conversation, id.get(), before));
    }

    private static java.util.function.Supplier<Optional<String>> earlier(Optional<String> before) {
        return () -> before;
    }

    private Gathering.Frame frame(JsonObject conversation, String id, Optional<String> last) {
        Optional<String> folder =
                Members.object(conversation, "project").flatMap(it -> Members.name(it, "name"));
        return new Gathering.Frame(
                Members.name(conversation, "name"),
                Members.time(conversation, "created_at"),
                Members.time(conversation, "updated_at"),
                new Filing(folder, List.of(), Optional.empty()),
                Members.name(conversation, "current_leaf_message_uuid").or(() -> last),
                new Origin(source(), id, Members.without(conversation, CONVERSATION)).json());
    }

    /// The id of the message, if it has one.
    private static Optional<String> message(
            JsonElement element, Optional<String> before, Gathering gathering) {
        Optional<JsonObject> message =
                element instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        Optional<String> id = message.flatMap(it -> Members.name(it, "uuid"));
        if (id.isEmpty()) {
            gathering.refuse(
                    new PastRefusal.Wrong(
                            gathering.where(""), "uuid", Kind.TEXT, Members.kind(element)));
            return id;
        }
        Optional<String> parent =
                message.get().has("parent_message_uuid")
                        ? Members.name(message.get(), "parent_message_uuid")
                        : before;
        gathering.add(Node.of(id.get(), parent, said(id.get(), message.get())));
        return id;
    }

    private static Node.Said said(String id, JsonObject message) {
        String text = text(message);
        Set<String> taken = new HashSet<>(Set.of("uuid", "sender", "created_at"));
        taken.add("parent_message_uuid");
        if (Members.text(message, "text").equals(Optional.of(text))) {
            taken.add("text");
        }
        if (Members.list(message, "content").filter(InWords::onlyTexts).isPresent()) {
            taken.add("content");
        }
        return Node.Said.of(
                Role.of(Members.name(message, "sender").orElse("unknown")),
                Members.time(message, "created_at"),
                text,
                Making.by(Members.name(message, "model")),
                new Node.Kept(id, Members.without(message, taken)));
    }

    /// The parts in words, else the text beside them, and the names of what was attached.
    private static String text(JsonObject message) {
        StringBuilder text =
                new StringBuilder(
                        Members.list(message, "content")
                                .map(InWords::parts)
                                .filter(parts -> !parts.isEmpty())
                                .or(() -> Members.text(message, "text"))
                                .orElse(""));
        for (String list : List.of("attachments", "files")) {
            for (JsonObject file : Members.objects(message, list)) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(InWords.note("File", InWords.file(file)));
            }
        }
        return text.toString();
    }
}
