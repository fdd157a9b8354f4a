package nearside.storage.past.foreign;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastId;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;
import nearside.storage.text.Title;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The messages of one foreign conversation as they are met, and the tree they make in the end.
final class Gathering {
    private final PastSource source;
    private final PastWhere where;
    private final String id;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<PastRefusal> refusals = new ArrayList<>();
    private final List<PastMessage> messages = new ArrayList<>();
    private final Set<String> files = new HashSet<>();

    /// For each node that leads to the start: itself, or what stands for it.
    private final Map<String, Optional<PastMessage>> standing = new HashMap<>();

    /// @param id of the conversation, over there
    Gathering(PastSource source, PastWhere where, String id) {
        this.source = source;
        this.where = where;
        this.id = id;
    }

    /// All that is known of the conversation itself.
    ///
    /// @param shown the end of the shown path, by its id over there; without it, the last message
    record Frame(
            Optional<String> title,
            Optional<Instant> created,
            Optional<Instant> changed,
            Filing filing,
            Optional<String> shown,
            Optional<String> extra) {}

    PastWhere where(String message) {
        return where.message(message);
    }

    /// The id, or one after it that no node has yet.
    String unused(String id) {
        String free = id;
        for (int i = 2; nodes.containsKey(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    void add(Node node) {
        if (nodes.putIfAbsent(node.id(), node) != null) {
            refusals.add(new PastRefusal.Twice(where(node.id())));
        }
    }

    /// Leaves a message out; what hangs under it moves up.
    void refuse(String message, Optional<String> parent, PastRefusal refusal) {
        refusals.add(refusal);
        nodes.putIfAbsent(message, Node.empty(message, parent));
    }

    void refuse(PastRefusal refusal) {
        refusals.add(refusal);
    }

    Form.Reading conversation(Frame frame) {
        grow(frame.created().orElse(Instant.EPOCH));
        nodes.values().stream()
                .filter(node -> node.said().isPresent() && !standing.containsKey(node.id()))
                .forEach(node -> refusals.add(new PastRefusal.Circle(where(node.id()))));
        PastConversation conversation =
                new PastConversation(
                        ours(id),
                        head(frame),
                        frame.filing(),
                        messages,
                        shown(frame).map(PastMessage::id),
                        frame.extra());
        return new Form.Reading(Optional.of(conversation), refusals);
    }

    /// In the order of the file, but for a child that stands before its parent: it comes right
    /// after it. A parent that is not there makes a root.
    private void grow(Instant start) {
        Map<String, List<Node>> waiting = new HashMap<>();
        for (Node node : nodes.values()) {
            Optional<String> parent = node.parent().filter(nodes::containsKey);
            if (parent.isPresent() && !standing.containsKey(parent.get())) {
                waiting.computeIfAbsent(parent.get(), none -> new ArrayList<>()).add(node);
            } else {
                stand(node, start, waiting);
            }
        }
    }

    private void stand(Node first, Instant start, Map<String, List<Node>> waiting) {
        Deque<Node> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            Node node = next.removeFirst();
            standing.put(node.id(), message(node, start));
            Optional.ofNullable(waiting.remove(node.id()))
                    .ifPresent(children -> children.reversed().forEach(next::addFirst));
        }
    }

    private Optional<PastMessage> message(Node node, Instant start) {
        Optional<PastMessage> parent =
                node.parent().flatMap(it -> standing.getOrDefault(it, Optional.empty()));
        Optional<PastMessage> message =
                node.said()
                        .map(said ->
                                new PastMessage(
                                        isOurs(node.id())
                                                ? node.id()
                                                : PastId.of(source, id, node.id()),
                                        parent.map(PastMessage::id),
                                        said.head(
                                                parent.map(it -> it.head().begun()).orElse(start)),
                                        content(node.id(), said.content()),
                                        said.making(),
                                        said.extra()));
        message.ifPresent(messages::add);
        return message.or(() -> parent);
    }

    /// The attachments under the ids that they have here, each once.
    private PastMessage.Content content(String message, PastMessage.Content found) {
        List<PastAttachment> attachments = new ArrayList<>();
        for (PastAttachment attachment : found.attachments()) {
            String ours =
                    isOurs(attachment.id())
                            ? attachment.id()
                            : PastId.of(source, id, message, attachment.id());
            if (files.add(ours)) {
                attachments.add(
                        new PastAttachment(
                                ours, attachment.name(), attachment.size(), attachment.bytes()));
            } else {
                refusals.add(new PastRefusal.Twice(where(message).attachment(attachment.name())));
            }
        }
        return new PastMessage.Content(found.runs(), attachments);
    }

    private boolean isOurs(String foreign) {
        return PastId.isOurs(foreign) && source == PastSource.NEARSIDE;
    }

    private Optional<PastMessage> shown(Frame frame) {
        return frame.shown()
                .flatMap(it -> standing.getOrDefault(it, Optional.empty()))
                .or(() -> messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast()));
    }

    private PastConversation.Head head(Frame frame) {
        Instant created = frame.created().orElseGet(this::first);
        return new PastConversation.Head(
                frame.title().orElseGet(this::title),
                created,
                frame.changed().orElseGet(() -> last(created)));
    }

    private Instant first() {
        return messages.isEmpty() ? Instant.EPOCH : messages.getFirst().head().begun();
    }

    private Instant last(Instant created) {
        return messages.stream()
                .map(message -> message.head().begun())
                .max(Instant::compareTo)
                .orElse(created);
    }

    private String title() {
        return messages.stream()
                .filter(message -> message.head().speaker() == PastMessage.Speaker.USER)
                .map(message -> Title.of(message.text()))
                .findFirst()
                .orElse("");
    }

    private String ours(String conversation) {
        return isOurs(conversation) ? conversation : PastId.of(source, conversation);
    }
}
