package nearside.storage.past.foreign;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A chat of Open WebUI's export: `chat.history.messages` holds a tree by ids, `currentId` the end
/// of the shown path. Older exports lack the frame around `chat`.
final class OpenWebuiForm implements Form {
    private static final Set<String> FRAME =
            Set.of("id", "title", "chat", "created_at", "updated_at", "pinned");
    private static final Set<String> CHAT = Set.of("id", "title", "history", "messages");

    @Override
    public PastSource source() {
        return PastSource.OPEN_WEBUI;
    }

    @Override
    public boolean fits(JsonObject conversation) {
        return history(chat(conversation)).isPresent();
    }

    private static JsonObject chat(JsonObject conversation) {
        return Members.object(conversation, "chat").orElse(conversation);
    }

    private static Optional<JsonObject> history(JsonObject chat) {
        return Members.object(chat, "history").filter(history -> history.has("messages"));
    }

    @Override
    public Reading read(JsonObject conversation, PastWhere where) {
        JsonObject chat = chat(conversation);
        Optional<String> id = Members.name(conversation, "id").or(() -> Members.name(chat, "id"));
        JsonObject history = history(chat).orElseGet(JsonObject::new);
        Optional<JsonObject> messages = Members.object(history, "messages");
        if (messages.isEmpty()) {
            Kind found = Members.kind(history.get("messages"));
            return Reading.refused(
                    new PastRefusal.Wrong(where, "history.messages", Kind.OBJECT, found));
        }
        // A chat that was exported before it was saved has no id; its first message has.
        Optional<String> known = id.or(() -> messages.get().keySet().stream().findFirst());
        if (known.isEmpty()) {
            return Reading.refused(new PastRefusal.Wrong(where, "id", Kind.TEXT, Kind.NOTHING));
        }
        Gathering gathering = new Gathering(source(), where, known.get());
        messages.get().entrySet().forEach(message -> node(message, gathering));
        return gathering.conversation(frame(conversation, known.get(), history));
    }

    private Gathering.Frame frame(JsonObject conversation, String id, JsonObject history) {
        JsonObject chat = chat(conversation);
        Optional<Instant> created =
                Members.time(conversation, "created_at").or(() -> Members.time(chat, "timestamp"));
        Optional<Instant> changed = Members.time(conversation, "updated_at");
        Optional<Instant> pinned =
                Members.isTrue(conversation, "pinned")
                        ? changed.or(() -> created).or(() -> Optional.of(Instant.EPOCH))
                        : Optional.empty();
        return new Gathering.Frame(
                Members.name(conversation, "title").or(() -> Members.name(chat, "title")),
                created,
                changed,
                new Filing(Optional.empty(), tags(conversation), pinned),
                Members.name(history, "currentId"),
                new Origin(source(), id, rest(conversation)).json());
    }

    private static JsonObject rest(JsonObject conversation) {
        JsonObject rest = Members.without(conversation, FRAME);
        Members.object(conversation, "chat")
                .map(chat -> Members.without(chat, CHAT))
                .filter(chat -> !chat.isEmpty())
                .ifPresent(chat -> rest.add("chat", chat));
        return conversation.has("chat") ? rest : Members.without(rest, CHAT);
    }

    private static List<String> tags(JsonObject conversation) {
        return Stream.concat(
                        Members.object(conversation, "meta").stream()
                                .flatMap(meta -> Members.texts(meta, "tags").stream()),
                        Members.texts(chat(conversation), "tags").stream())
                .filter(tag -> !tag.isBlank())
                .distinct()
                .toList();
    }

    private static void node(Map.Entry<String, JsonElement> entry, Gathering gathering) {
        String id = entry.getKey();
        if (entry.getValue() instanceof JsonObject message) {
            gathering.add(Node.of(id, Members.name(message, "parentId"), said(id, message)));
        } else {
            Kind found = Members.kind(entry.getValue());
            gathering.refuse(
                    id,
                    Optional.empty(),
                    new PastRefusal.Wrong(gathering.where(id), id, Kind.OBJECT, found));
        }
    }

    private static Node.Said said(String id, JsonObject message) {
        Optional<String> content = Members.text(message, "content");
        StringBuilder text =
                new StringBuilder(
                        content.or(() -> Members.list(message, "content").map(InWords::parts))
                                .orElse(""));
        for (JsonObject file : Members.objects(message, "files")) {
            text.append(text.isEmpty() ? "" : "\n").append(InWords.note("File", name(file)));
        }
        Set<String> taken =
                content.isPresent()
                        ? Set.of("id", "parentId", "childrenIds", "timestamp", "content")
                        : Set.of("id", "parentId", "childrenIds", "timestamp");
        return Node.Said.of(
                Role.of(Members.name(message, "role").orElse("unknown")),
                Members.time(message, "timestamp"),
                text.toString(),
                Making.by(Members.name(message, "model")),
                new Node.Kept(id, Members.without(message, taken)));
    }

    private static Optional<String> name(JsonObject file) {
        return InWords.file(file)
                .or(() -> Members.object(file, "file").flatMap(it -> Members.name(it, "filename")));
    }
}
