package nearside.storage.past.foreign;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastMessage.Content;
import nearside.storage.past.PastMessage.Figures;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastMessage.Run;
import nearside.storage.past.PastMessage.Source;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastMessage.State;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;
import nearside.storage.past.foreign.Strict.Misfit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A conversation as this program writes it. Read strictly: a message that says something else than
/// the format is left out, and named.
final class NearsideForm implements Form {
    /// What stands before the conversations of a file.
    static final String FORMAT = "nearside-conversations";

    static final int VERSION = 1;

    static final Set<String> CONVERSATION =
            Set.of(
                    "id",
                    "title",
                    "created",
                    "changed",
                    "folder",
                    "tags",
                    "pinned",
                    "shown",
                    "messages",
                    "extra");
    static final Set<String> MESSAGE =
            Set.of(
                    "id",
                    "parent",
                    "speaker",
                    "state",
                    "begun",
                    "pinned",
                    "text",
                    AttachmentForm.MEMBER,
                    "model",
                    "figures",
                    "decision",
                    "extra");

    private final Attached attached;

    /// @param attached what was read of the attachments beside the tree
    NearsideForm(Attached attached) {
        this.attached = attached;
    }

    @Override
    public PastSource source() {
        return PastSource.NEARSIDE;
    }

    /// The file tells, not the object.
    @Override
    public boolean fits(JsonObject conversation) {
        return false;
    }

    @Override
    public Reading read(JsonObject conversation, PastWhere where) {
        try {
            Strict members = new Strict(conversation);
            Gathering gathering = new Gathering(source(), where, members.name("id"));
            Gathering.Frame frame = frame(members);
            for (JsonElement message : members.list("messages")) {
                message(message, gathering);
            }
            return gathering.conversation(frame);
        } catch (Misfit misfit) {
            return Reading.refused(misfit.at(where));
        }
    }

    private static Gathering.Frame frame(Strict members) throws Misfit {
        return new Gathering.Frame(
                Optional.of(members.text("title")),
                Optional.of(members.time("created")),
                Optional.of(members.time("changed")),
                new Filing(
                        members.maybe("folder", members::text),
                        members.texts("tags"),
                        members.maybe("pinned", members::time)),
                members.maybe("shown", members::name),
                members.extra(CONVERSATION));
    }

    private void message(JsonElement element, Gathering gathering) {
        Strict members =
                new Strict(element instanceof JsonObject object ? object : new JsonObject());
        String id = members.anyName("id");
        Optional<String> parent =
                Optional.of(members.anyName("parent")).filter(it -> !it.isEmpty());
        try {
            if (!element.isJsonObject()) {
                throw new Misfit("messages", Kind.OBJECT, Members.kind(element));
            }
            String known = members.name("id");
            gathering.add(
                    Node.of(
                            known,
                            members.maybe("parent", members::name),
                            said(members, gathering)));
        } catch (Misfit misfit) {
            PastRefusal refusal = misfit.at(gathering.where(id));
            if (id.isEmpty()) {
                gathering.refuse(refusal);
            } else {
                gathering.refuse(id, parent, refusal);
            }
        }
    }

    private Node.Said said(Strict members, Gathering gathering) throws Misfit {
        List<Run> runs = runs(members.list("text"));
        List<PastAttachment> attachments =
                new AttachmentForm(attached, gathering::refuse)
                        .read(members, gathering.where(members.name("id")));
        return new Node.Said(
                members.word("speaker", Speaker.values()),
                members.word("state", State.values()),
                new Node.Times(
                        Optional.of(members.time("begun")), members.maybe("pinned", members::time)),
                new Content(runs, attachments),
                making(members),
                members.extra(MESSAGE));
    }

    private static List<Run> runs(JsonArray list) throws Misfit {
        List<Run> runs = new ArrayList<>();
        for (JsonElement element : list) {
            if (!(element instanceof JsonObject object)) {
                throw new Misfit("text", Kind.OBJECT, Members.kind(element));
            }
            Strict run = new Strict(object);
            runs.add(new Run(run.word("source", Source.values()), run.text("text")));
        }
        return runs;
    }

    private static Making making(Strict members) throws Misfit {
        Optional<Strict> figures = members.maybe("figures", members::object);
        Optional<Figures> measured =
                figures.isPresent() ? Optional.of(figures(figures.get())) : Optional.empty();
        Optional<String> model =
                measured.isPresent()
                        ? Optional.of(members.text("model"))
                        : members.maybe("model", members::text);
        return new Making(model, measured, members.json("decision"));
    }

    private static Figures figures(Strict members) throws Misfit {
        int prompt = members.whole("prompt_tokens");
        int reply = members.whole("reply_tokens");
        double first = members.number("first_word_seconds");
        double rate = members.number("tokens_per_second");
        Instant finished = members.time("finished");
        return new Figures(prompt, reply, first, rate, finished);
    }
}
