package nearside.storage.past.foreign;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastWhere;
import nearside.storage.past.foreign.Strict.Misfit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The attachments of a message as this program writes them. One that says something else than the
/// format is left out, and named; its message stays.
///
/// @param refusals told what is left out
record AttachmentForm(Attached attached, Consumer<PastRefusal> refusals) {
    static final String MEMBER = "attachments";

    /// Reads those of a message.
    ///
    /// @param where the message stands
    List<PastAttachment> read(Strict message, PastWhere where) throws Misfit {
        List<PastAttachment> attachments = new ArrayList<>();
        for (JsonElement element : message.maybe(MEMBER, message::list).orElseGet(JsonArray::new)) {
            if (element instanceof JsonObject object) {
                one(object, where.attachment(name(new Strict(object)))).ifPresent(attachments::add);
            } else {
                refusals.accept(new Misfit(MEMBER, Kind.OBJECT, Members.kind(element)).at(where));
            }
        }
        return attachments;
    }

    private static String name(Strict attachment) {
        String name = attachment.anyName("name");
        return name.isEmpty() ? attachment.anyName("id") : name;
    }

    private Optional<PastAttachment> one(JsonObject object, PastWhere where) {
        try {
            Strict members = new Strict(object);
            String id = members.name("id");
            String name = members.text("name");
            int size = members.whole("size");
            return switch (content(object)) {
                case Attached.Odd(Kind found) -> throw new Misfit("bytes", Kind.BASE64, found);
                case Attached.TooMuch tooMuch -> {
                    refusals.accept(
                            new PastRefusal.TooMuch(where, tooMuch.limit(), tooMuch.most()));
                    yield Optional.empty();
                }
                case Attached.Whole(PastBytes bytes) -> {
                    if (bytes.size() != size) {
                        throw new Misfit("size", Kind.SIZE, Kind.NUMBER);
                    }
                    yield Optional.of(PastAttachment.of(id, name, bytes));
                }
            };
        } catch (Misfit misfit) {
            refusals.accept(misfit.at(where));
            return Optional.empty();
        }
    }

    /// One without bytes could not be read any more when it was written.
    private Attached.Content content(JsonObject object) throws Misfit {
        Optional<Attached.Content> content = attached.of(object);
        if (content.isEmpty()) {
            Kind found = Members.any(object, "bytes").map(Members::kind).orElse(Kind.NOTHING);
            throw new Misfit("bytes", Kind.LIST, found);
        }
        return content.get();
    }
}
