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

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A conversation of ChatGPT's data export: `mapping` holds the nodes of a tree by their ids, some
/// of them without a message; `current_node` is the end of the shown path.
final class ChatGptForm implements Form {
    private static final Set<String> CONVERSATION =
            Set.of("id", "title", "create_time", "update_time", "mapping", "current_node");

    @Override
    public PastSource source() {
        return PastSource.CHATGPT;
    }

    @Override
    public boolean fits(JsonObject conversation) {
        return conversation.has("mapping");
    }

    @Override
    public Reading read(JsonObject conversation, PastWhere where) {
        Optional<String> id =
                Members.name(conversation, "id")
                        .or(() -> Members.name(conversation, "conversation_id"));
        Optional<JsonObject> mapping = Members.object(conversation, "mapping");
        if (id.isEmpty()) {
            return Reading.refused(new PastRefusal.Wrong(where, "id", Kind.TEXT, Kind.NOTHING));
        }
        if (mapping.isEmpty()) {
            Kind found = Members.kind(conversation.get("mapping"));
            return Reading.refused(new PastRefusal.Wrong(where, "mapping", Kind.OBJECT, found));
        }
        Gathering gathering = new Gathering(source(), where, id.get());
        mapping.get().entrySet().forEach(node -> node(node, gathering));
        return gathering.conversation(frame(conversation, id.get()));
    }

    private Gathering.Frame frame(JsonObject conversation, String id) {
        return new Gathering.Frame(
                Members.name(conversation, "title"),
                Members.time(conversation, "create_time"),
                Members.time(conversation, "update_time"),
                Filing.NONE,
                Members.text(conversation, "current_node"),
                new Origin(source(), id, Members.without(conversation, CONVERSATION)).json());
    }

    private static void node(Map.Entry<String, JsonElement> entry, Gathering gathering) {
        String id = entry.getKey();
        if (!(entry.getValue() instanceof JsonObject node)) {
            Kind found = Members.kind(entry.getValue());
            gathering.refuse(
                    id,
                    Optional.empty(),
                    new PastRefusal.Wrong(gathering.where(id), id, Kind.OBJECT, found));
            return;
        }
        Optional<String> parent = Members.text(node, "parent");
        Optional<JsonElement> message = Members.any(node, "message");
        if (message.isEmpty()) {
            gathering.add(Node.empty(id, parent));
        } else if (message.get() instanceof JsonObject object) {
            gathering.add(Node.of(id, parent, said(id, object)));
        } else {
            Kind found = Members.kind(message.get());
            gathering.refuse(
                    id,
                    parent,
                    new PastRefusal.Wrong(gathering.where(id), "message", Kind.OBJECT, found));
        }
    }

    private static Node.Said said(String id, JsonObject message) {
        Optional<JsonObject> author = Members.object(message, "author");
        JsonObject content = Members.object(message, "content").orElseGet(JsonObject::new);
        Optional<String> model =
                Members.object(message, "metadata").flatMap(it -> Members.name(it, "model_slug"));
        return Node.Said.of(
                Role.of(author.flatMap(it -> Members.name(it, "role")).orElse("unknown")),
                Members.time(message, "create_time"),
                text(content),
                Making.by(model),
                new Node.Kept(id, rest(message, content)));
    }

    private static JsonObject rest(JsonObject message, JsonObject content) {
        return Members.without(
                message,
                plain(content)
                        ? Set.of("id", "create_time", "content")
                        : Set.of("id", "create_time"));
    }

    private static boolean plain(JsonObject content) {
        Optional<JsonArray> parts = Members.list(content, "parts");
        return content.size() == 2
                && Members.text(content, "content_type").equals(Optional.of("text"))
                && parts.isPresent()
                && InWords.onlyTexts(parts.get());
    }

    private static String text(JsonObject content) {
        String type = Members.text(content, "content_type").orElse("");
        return switch (type) {
            case "code" -> fenced(Members.text(content, "language").orElse(""), content);
            case "execution_output" -> fenced("", content);
            case "thoughts" -> InWords.note("Thinking");
            case "user_editable_context" -> InWords.note("Custom instructions");
            case "reasoning_recap" ->
                    Members.text(content, "content").map(InWords::note).orElse("");
            case "tether_browsing_display" -> Members.text(content, "result").orElse("");
            default -> parts(content, type);
        };
    }

    private static String parts(JsonObject content, String type) {
        Optional<JsonArray> parts = Members.list(content, "parts");
        if (parts.isEmpty()) {
            return Members.text(content, "text").orElse(type.isEmpty() ? "" : InWords.note(type));
        }
        JsonArray named = new JsonArray();
        parts.get().forEach(part -> named.add(part instanceof JsonObject it ? named(it) : part));
        return InWords.parts(named);
    }

    /// Parts here tell their type under another name.
    private static JsonElement named(JsonObject part) {
        JsonObject named = part.deepCopy();
        String type = Members.text(part, "content_type").orElse("");
        named.addProperty(
                "type",
                switch (type) {
                    case "image_asset_pointer" -> "image";
                    case "audio_transcription" -> "text";
                    case "" -> InWords.type(part);
                    default -> type;
                });
        return named;
    }

    private static String fenced(String language, JsonObject content) {
        String name = language.equals("unknown") ? "" : language;
        return "```" + name + "\n" + Members.text(content, "text").orElse("") + "\n```";
    }
}
