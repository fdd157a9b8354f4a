package nearside.storage.past.foreign;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastId;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A `*.conversation.json` of LM Studio: each message has versions, one of which is shown. Neither
/// has an id, so that ids are made of what is said: what was changed over there stands beside what
/// it was, and is no other conversation.
final class LmStudioForm implements Form {
    private static final String ENDING = ".conversation.json";
    private static final String SYSTEM_PROMPT = "llm.prediction.systemPrompt";
    private static final Set<String> CONVERSATION =
            Set.of("name", "createdAt", "messages", "pinned", "systemPrompt");

    @Override
    public PastSource source() {
        return PastSource.LM_STUDIO;
    }

    @Override
    public boolean fits(JsonObject conversation) {
        return conversation.has("name")
                && conversation.has("messages")
                && (conversation.has("createdAt")
                        || Members.objects(conversation, "messages").stream()
                                .anyMatch(message -> message.has("versions")));
    }

    @Override
    public Reading read(JsonObject conversation, PastWhere where) {
        Optional<JsonArray> messages = Members.list(conversation, "messages");
        if (messages.isEmpty()) {
            Kind found = Members.kind(conversation.get("messages"));
            return Reading.refused(new PastRefusal.Wrong(where, "messages", Kind.LIST, found));
        }
        String id = stem(where.file());
        Gathering gathering = new Gathering(source(), where, id);
        Optional<String> shown = system(conversation, gathering);
        int number = 0;
        for (JsonElement message : messages.get()) {
            number++;
            shown = message(message, number, shown, gathering);
        }
        return gathering.conversation(frame(conversation, where, shown));
    }

    private Gathering.Frame frame(
            JsonObject conversation, PastWhere where, Optional<String> shown) {
        Optional<Instant> created = Members.time(conversation, "createdAt");
        Optional<Instant> changed =
                Stream.of("userLastMessagedAt", "assistantLastMessagedAt")
                        .flatMap(member -> Members.time(conversation, member).stream())
                        .max(Instant::compareTo)
                        .or(() -> created);
        Optional<Instant> pinned =
                Members.isTrue(conversation, "pinned")
                        ? changed.or(() -> Optional.of(Instant.EPOCH))
                        : Optional.empty();
        return new Gathering.Frame(
                Members.name(conversation, "name"),
                created,
                changed,
                new Filing(folder(where.file()), List.of(), pinned),
                shown,
                new Origin(
                                source(),
                                stem(where.file()),
                                Members.without(conversation, CONVERSATION))
                        .json());
    }

    /// The file is the only name that a conversation has.
    static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /// The folder around the file, inside of what was brought in, unless it is the one that holds
    /// all of them.
    static Optional<String> folder(String file) {
        int end = file.lastIndexOf('/');
        int start = file.lastIndexOf('/', end - 1);
        return start < 0
                ? Optional.empty()
                : Optional.of(file.substring(start + 1, end))
                        .filter(name -> !name.isBlank() && !name.equals("conversations"));
    }

    /// What the model was told stands before the first message.
    private static Optional<String> system(JsonObject conversation, Gathering gathering) {
        Optional<String> prompt =
                Members.name(conversation, "systemPrompt")
                        .or(() ->
                                Members.object(conversation, "perChatPredictionConfig").stream()
                                        .flatMap(it -> Members.objects(it, "fields").stream())
                                        .filter(field ->
                                                Members.text(field, "key")
                                                        .equals(Optional.of(SYSTEM_PROMPT)))
                                        .flatMap(field -> Members.name(field, "value").stream())
                                        .findFirst());
        return prompt.map(text ->
                said(Optional.empty(), new JsonObject(), new Spoken("system", text), gathering));
    }

    private record Spoken(String role, String text) {}

    /// All versions hang under the shown version of the message before.
    private static Optional<String> message(
            JsonElement element, int number, Optional<String> parent, Gathering gathering) {
        if (!(element instanceof JsonObject message)) {
            Kind found = Members.kind(element);
            gathering.refuse(
                    new PastRefusal.Wrong(
                            gathering.where("" + number), "messages", Kind.OBJECT, found));
            return parent;
        }
        List<JsonObject> versions =
                message.has("versions") ? Members.objects(message, "versions") : List.of(message);
        if (versions.isEmpty()) {
            gathering.refuse(
                    new PastRefusal.Wrong(
                            gathering.where("" + number), "versions", Kind.LIST, Kind.NOTHING));
            return parent;
        }
        List<String> ids =
                versions.stream()
                        .map(version -> said(parent, version, spoken(version), gathering))
                        .toList();
        return Optional.of(ids.get(selected(message, ids.size())));
    }

    private static int selected(JsonObject message, int versions) {
        return Members.any(message, "currentlySelected")
                .filter(it -> Members.kind(it) == Kind.NUMBER)
                .map(JsonElement::getAsDouble)
                .filter(it -> it >= 0 && it < versions)
                .map(Double::intValue)
                .orElse(versions - 1);
    }

    private static Spoken spoken(JsonObject version) {
        String role = Members.name(version, "role").orElse("unknown");
        if (!version.has("steps")) {
            return new Spoken(role, content(version));
        }
        List<String> steps =
                Members.objects(version, "steps").stream()
                        .map(LmStudioForm::step)
                        .filter(text -> !text.isEmpty())
                        .toList();
        return new Spoken(role, String.join("\n", steps));
    }

    private static String step(JsonObject step) {
        boolean thinking =
                Members.object(step, "style")
                        .filter(style -> InWords.type(style).equals("thinking"))
                        .isPresent();
        if (InWords.type(step).equals("contentBlock")) {
            return thinking ? InWords.note("Thinking") : content(step);
        }
        return InWords.note(InWords.type(step).isBlank() ? "Step" : InWords.type(step));
    }

    private static String content(JsonObject holder) {
        return Members.list(holder, "content")
                .map(InWords::parts)
                .or(() -> Members.text(holder, "content"))
                .orElse("");
    }

    /// The id that the message got.
    private static String said(
            Optional<String> parent, JsonObject version, Spoken spoken, Gathering gathering) {
        String id =
                gathering.unused(
                        PastId.of(
                                PastSource.LM_STUDIO,
                                parent.orElse(""),
                                spoken.role() + "\n" + spoken.text()));
        gathering.add(
                Node.of(
                        id,
                        parent,
                        Node.Said.of(
                                Role.of(spoken.role()),
                                Optional.empty(),
                                spoken.text(),
                                Making.by(model(version)),
                                new Node.Kept(id, rest(version)))));
        return id;
    }

    private static JsonObject rest(JsonObject version) {
        boolean plain =
                Members.list(version, "content").filter(InWords::onlyTexts).isPresent()
                        || Members.text(version, "content").isPresent();
        return Members.without(version, plain ? Set.of("role", "content", "type") : Set.of("role"));
    }

    private static Optional<String> model(JsonObject version) {
        return Members.objects(version, "steps").stream()
                .flatMap(step -> Members.object(step, "genInfo").stream())
                .flatMap(info -> Members.name(info, "identifier").stream())
                .findFirst()
                .or(() ->
                        Members.object(version, "senderInfo")
                                .flatMap(it -> Members.name(it, "senderName")));
    }
}
