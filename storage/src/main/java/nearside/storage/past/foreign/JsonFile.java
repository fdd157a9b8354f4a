package nearside.storage.past.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

import nearside.storage.past.PastEntry;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastEntry.Taker;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastRefusal.Limit;
import nearside.storage.past.PastWhere;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One JSON file with conversations of any known form: a list of them, an object around such a
/// list, or a single one. Held in memory is one conversation at a time.
final class JsonFile {
    private static final Pattern POSITION = Pattern.compile("line \\d+ column \\d+");
    private static final int DEEPEST = 1_000_000;
    private static final String CONVERSATIONS = "conversations";

    private final PastWhere file;
    private final Limits limits;
    private final Taker taker;

    /// Refusals of what might be no conversation at all: told only when the file proves to hold
    /// some.
    private final List<PastRefusal> strange = new ArrayList<>();

    private boolean ours;
    private int number;
    private boolean known;
    private boolean stopped;

    /// Whether the file is one of a known program.
    enum Nature {
        KNOWN,
        STRANGE,
        STOPPED
    }

    private JsonFile(PastWhere file, Limits limits, Taker taker) {
        this.file = file;
        this.limits = limits;
        this.taker = taker;
    }

    static Nature read(InputStream bytes, PastWhere file, Limits limits, Taker taker)
            throws IOException {
        JsonFile json = new JsonFile(file, limits, taker);
        Metered characters =
                new Metered(
                        new BufferedReader(new InputStreamReader(bytes, UTF_8)),
                        limits.conversation());
        JsonReader in = new JsonReader(characters);
        in.setNestingLimit(DEEPEST);
        try {
            json.document(in, characters);
        } catch (EOFException cut) {
            json.end(new PastRefusal.CutOff(json.here()));
        } catch (MalformedJsonException malformed) {
            json.end(new PastRefusal.NotJson(json.here(), position(malformed)));
        } catch (Metered.TooLong endless) {
            json.end(new PastRefusal.TooMuch(json.here(), Limit.TEXT, limits.conversation()));
        }
        return json.nature();
    }

    private Nature nature() {
        return stopped ? Nature.STOPPED : known ? Nature.KNOWN : Nature.STRANGE;
    }

    private void end(PastRefusal refusal) {
        known = true;
        tell(refusal);
    }

    private PastWhere here() {
        return number == 0 ? file : file.conversation(number);
    }

    static String position(MalformedJsonException malformed) {
        Matcher matcher = POSITION.matcher(String.valueOf(malformed.getMessage()));
        return matcher.find() ? matcher.group() : "";
    }

    private void document(JsonReader in, Metered characters) throws IOException {
        Next next =
                switch (in.peek()) {
                    case BEGIN_ARRAY -> list(in, characters);
                    case BEGIN_OBJECT -> object(in, characters);
                    case STRING, NUMBER, BOOLEAN, NULL, END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
                            Next.STOP;
                };
        if (next == Next.GO_ON && in.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("more than one value");
        }
    }

    private Next list(JsonReader in, Metered characters) throws IOException {
        in.beginArray();
        while (in.hasNext()) {
            number++;
            Attached attached = new Attached(limits);
            Growing growing =
                    new Growing(
                            in,
                            characters,
                            limits,
                            ours ? Optional.of(attached) : Optional.empty());
            if (one(growing.value(), growing.over(), attached) == Next.STOP) {
                return Next.STOP;
            }
        }
        in.endArray();
        return Next.GO_ON;
    }

    private Next object(JsonReader in, Metered characters) throws IOException {
        Growing growing = new Growing(in, characters, limits);
        JsonObject members = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            characters.restart();
            String name = in.nextName();
            if (name.equals(CONVERSATIONS) && in.peek() == JsonToken.BEGIN_ARRAY) {
                Next next = conversations(members, in, characters);
                if (next == Next.STOP) {
                    return next;
                }
            } else {
                members.add(name, growing.value());
            }
        }
        in.endObject();
        if (number > 0 || ours) {
            return Next.GO_ON;
        }
        number = 1;
        return one(members, growing.over(), new Attached(limits));
    }

    /// A list inside an object; what stands before it says whether this program wrote it.
    private Next conversations(JsonObject before, JsonReader in, Metered characters)
            throws IOException {
        if (Members.text(before, "format").equals(Optional.of(NearsideForm.FORMAT))) {
            ours = true;
            known = true;
            Optional<JsonElement> version = Members.any(before, "version");
            if (!version.map(JsonElement::toString)
                    .equals(Optional.of("" + NearsideForm.VERSION))) {
                tell(
                        new PastRefusal.Newer(
                                file,
                                version.map(JsonElement::toString).orElse(""),
                                NearsideForm.VERSION));
                return Next.STOP;
            }
        }
        return list(in, characters);
    }

    private Next one(JsonElement element, Optional<Limit> over, Attached attached) {
        PastWhere where = file.conversation(number);
        if (over.isPresent()) {
            long most = over.get() == Limit.LEVELS ? limits.levels() : limits.conversation();
            return suspect(new PastRefusal.TooMuch(where, over.get(), most));
        }
        if (!(element instanceof JsonObject object)) {
            Kind found = Members.kind(element);
            return suspect(new PastRefusal.Wrong(where, "", Kind.OBJECT, found));
        }
        Optional<Form> form =
                ours
                        ? Optional.of(new NearsideForm(attached))
                        : Form.TOLD_APART.stream().filter(it -> it.fits(object)).findFirst();
        return form.isPresent()
                ? read(form.get(), object, where)
                : suspect(new PastRefusal.UnknownForm(where));
    }

    private Next read(Form form, JsonObject object, PastWhere where) {
        if (!known) {
            known = true;
            for (PastRefusal earlier : strange) {
                if (tell(earlier) == Next.STOP) {
                    return Next.STOP;
                }
            }
        }
        for (PastEntry entry : form.read(object, where).entries(form, where)) {
            if (take(entry) == Next.STOP) {
                return Next.STOP;
            }
        }
        return Next.GO_ON;
    }

    private Next suspect(PastRefusal refusal) {
        if (known) {
            return tell(refusal);
        }
        if (strange.size() < limits.files()) {
            strange.add(refusal);
        }
        return Next.GO_ON;
    }

    private Next tell(PastRefusal refusal) {
        return take(new PastEntry.Refused(refusal));
    }

    private Next take(PastEntry entry) {
        Next next = taker.take(entry);
        stopped = next == Next.STOP;
        return next;
    }
}
