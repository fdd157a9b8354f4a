package nearside.storage.past.foreign;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastTime;
import nearside.storage.past.PastWhere;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Members of a JSON object that must be what the format says, or else it is not read.
record Strict(JsonObject object) {
    private static final String UNKNOWN = "unknown";

    /// A member that is something else.
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1;

        private final String member;
        private final Kind expected;
        private final Kind found;

        Misfit(String member, Kind expected, Kind found) {
            super(member, null, false, false);
            this.member = member;
            this.expected = expected;
            this.found = found;
        }

        PastRefusal at(PastWhere where) {
            return new PastRefusal.Wrong(where, member, expected, found);
        }
    }

    /// Reads one member.
    interface Member<T> {
        T read(String member) throws Misfit;
    }

    /// Empty when the member is missing.
    <T> Optional<T> maybe(String member, Member<T> read) throws Misfit {
        return Members.any(object, member).isEmpty()
                ? Optional.empty()
                : Optional.of(read.read(member));
    }

    private JsonElement must(String member, Kind kind) throws Misfit {
        Optional<JsonElement> found = Members.any(object, member);
        if (found.isEmpty() || Members.kind(found.get()) != kind) {
            Kind there = found.map(Members::kind).orElse(Kind.NOTHING);
            throw new Misfit(member, kind, there);
        }
        return found.get();
    }

    String text(String member) throws Misfit {
        return must(member, Kind.TEXT).getAsString();
    }

    String name(String member) throws Misfit {
        String text = text(member);
        if (text.isBlank()) {
            throw new Misfit(member, Kind.ID, Kind.NOTHING);
        }
        return text;
    }

    /// The name, or nothing.
    String anyName(String member) {
        return Members.name(object, member).orElse("");
    }

    JsonArray list(String member) throws Misfit {
        return must(member, Kind.LIST).getAsJsonArray();
    }

    Strict object(String member) throws Misfit {
        return new Strict(must(member, Kind.OBJECT).getAsJsonObject());
    }

    /// A list of texts; none when the member is missing.
    List<String> texts(String member) throws Misfit {
        List<String> texts = new ArrayList<>();
        for (JsonElement text : maybe(member, this::list).orElseGet(JsonArray::new)) {
            if (!Members.isText(text)) {
                throw new Misfit(member, Kind.TEXT, Members.kind(text));
            }
            texts.add(text.getAsString());
        }
        return texts;
    }

    Instant time(String member) throws Misfit {
        String text = text(member);
        return PastTime.of(text).orElseThrow(() -> new Misfit(member, Kind.TIME, Kind.TEXT));
    }

    double number(String member) throws Misfit {
        double number = must(member, Kind.NUMBER).getAsDouble();
        if (!Double.isFinite(number)) {
            throw new Misfit(member, Kind.NUMBER, Kind.TEXT);
        }
        return number;
    }

    int whole(String member) throws Misfit {
        double number = number(member);
        if (number != (int) number) {
            throw new Misfit(member, Kind.NUMBER, Kind.NUMBER);
        }
        return (int) number;
    }

    <E extends Enum<E>> E word(String member, E[] words) throws Misfit {
        String text = text(member);
        for (E word : words) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        throw new Misfit(member, Kind.WORD, Kind.TEXT);
    }

    /// JSON inside JSON: as it is, or as a text where its exact form matters.
    Optional<String> json(String member) throws Misfit {
        Optional<JsonElement> found = Members.any(object, member);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return switch (Members.kind(found.get())) {
            case TEXT -> Optional.of(found.get().getAsString());
            case OBJECT, LIST -> Optional.of(found.get().toString());
            case NUMBER, TRUTH, NOTHING, TIME, ID, WORD, BASE64, SIZE ->
                    throw new Misfit(member, Kind.OBJECT, Members.kind(found.get()));
        };
    }

    /// What is kept beside the known members: what stood there, and members that a newer version of
    /// this program may have written.
    Optional<String> extra(Set<String> known) throws Misfit {
        JsonObject unknown = Members.without(object, known);
        if (unknown.isEmpty()) {
            return json("extra");
        }
        JsonObject extra =
                Members.object(object, "extra")
                        .map(JsonObject::deepCopy)
                        .orElseGet(JsonObject::new);
        extra.add(UNKNOWN, unknown);
        return Optional.of(extra.toString());
    }
}
