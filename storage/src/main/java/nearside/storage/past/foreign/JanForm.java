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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A thread of Jan: a folder with `thread.json` and, one message a line, `messages.jsonl`. Here
/// both are one object, the lines in a list.
final class JanForm implements Form {
    static final String THREAD = "thread.json";
    static final String MESSAGES = "messages.jsonl";

    /// Where the lines stand in the object that is read.
    static final String LINES = "messages.jsonl";

    private static final Set<String> THREAD_MEMBERS =
            Set.of("id", "title", "created", "updated", "object", LINES);

    @Override
    public PastSource source() {
        return PastSource.JAN;
    }

    @Override
    public boolean fits(JsonObject conversation) {
        return conversation.has(LINES);
    }

    @Override
    public Reading read(JsonObject thread, PastWhere where) {
        Optional<String> id = Members.name(thread, "id");
        if (id.isEmpty()) {
            return Reading.refused(new PastRefusal.Wrong(where, "id", Kind.TEXT, Kind.NOTHING));
        }
        Gathering gathering = new Gathering(source(), where, id.get());
        Optional<String> before = instructions(thread, gathering);
        for (JsonElement line : Members.list(thread, LINES).orElseGet(JsonArray::new)) {
            before = message(line, before, gathering);
        }
        return gathering.conversation(
                new Gathering.Frame(
                        Members.name(thread, "title"),
                        Members.time(thread, "created"),
                        Members.time(thread, "updated"),
                        Filing.NONE,
                        before,
                        new Origin(source(), id.get(), Members.without(thread, THREAD_MEMBERS))
                                .json()));
    }

    /// What the assistant was told stands before the first message.
    private static Optional<String> instructions(JsonObject thread, Gathering gathering) {
        Optional<String> told =
                Members.objects(thread, "assistants").stream()
                        .flatMap(assistant -> Members.name(assistant, "instructions").stream())
                        .findFirst();
        return told.map(text -> {
            gathering.add(
                    Node.of(
                            "instructions",
                            Optional.empty(),
                            Node.Said.of(
                                    Role.of("system"),
                                    Optional.empty(),
                                    text,
                                    Making.NONE,
                                    new Node.Kept("instructions", new JsonObject()))));
            return "instructions";
        });
    }

    private static Optional<String> message(
            JsonElement line, Optional<String> before, Gathering gathering) {
        Optional<JsonObject> message =
                line instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        Optional<String> id = message.flatMap(it -> Members.name(it, "id"));
        if (id.isEmpty()) {
            gathering.refuse(
                    new PastRefusal.Wrong(
                            gathering.where(""), "id", Kind.TEXT, Members.kind(line)));
            return before;
        }
        gathering.add(Node.of(id.get(), before, said(id.get(), message.get())));
        return id;
    }

    private static Node.Said said(String id, JsonObject message) {
        JsonArray content = Members.list(message, "content").orElseGet(JsonArray::new);
        Optional<String> plain = Members.text(message, "content");
        Optional<String> model = Members.object(message, "metadata").flatMap(JanForm::model);
        Set<String> taken =
                plain.isPresent() || onlyText(content)
                        ? Set.of("id", "thread_id", "object", "created_at", "content")
                        : Set.of("id", "thread_id", "object", "created_at");
        return Node.Said.of(
                Role.of(Members.name(message, "role").orElse("unknown")),
                Members.time(message, "created_at"),
                plain.orElseGet(() -> InWords.parts(content)),
                Making.by(model),
                new Node.Kept(id, Members.without(message, taken)));
    }

    private static Optional<String> model(JsonObject metadata) {
        return Members.name(metadata, "modelId")
                .or(() -> Members.object(metadata, "model").flatMap(it -> Members.name(it, "id")));
    }

    /// One text without notes on it.
    private static boolean onlyText(JsonArray content) {
        List<JsonObject> parts = new ArrayList<>();
        content.forEach(part -> {
            if (part instanceof JsonObject object) {
                parts.add(object);
            }
        });
        return content.size() <= 1
                && parts.size() == content.size()
                && parts.stream().allMatch(JanForm::isText);
    }

    private static boolean isText(JsonObject part) {
        return part.size() == 2
                && InWords.type(part).equals("text")
                && Members.object(part, "text")
                        .filter(text -> Members.text(text, "value").isPresent())
                        .filter(text ->
                                Members.list(text, "annotations")
                                        .map(JsonArray::isEmpty)
                                        .orElse(true))
                        .isPresent();
    }
}
