package nearside.storage.past.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

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

/// Puts the two files of a thread of Jan together. A line of the messages that is no JSON is left
/// out.
final class JanFiles {
    private final Limits limits;
    private final PastWhere thread;
    private final PastWhere messages;
    private final List<PastRefusal> refusals = new ArrayList<>();

    JanFiles(Limits limits, PastWhere thread, PastWhere messages) {
        this.limits = limits;
        this.thread = thread;
        this.messages = messages;
    }

    Form.Reading read(InputStream threadBytes, InputStream messageBytes) throws IOException {
        Optional<JsonElement> head = value(text(threadBytes), thread);
        if (head.isPresent() && head.get() instanceof JsonObject members) {
            JsonArray lines = new JsonArray();
            lines(messageBytes, lines);
            members.add(JanForm.LINES, lines);
            Form.Reading reading = new JanForm().read(members, thread);
            refusals.addAll(reading.refusals());
            return new Form.Reading(reading.conversation(), refusals);
        }
        head.ifPresent(found ->
                refusals.add(new PastRefusal.Wrong(thread, "", Kind.OBJECT, Members.kind(found))));
        return new Form.Reading(Optional.empty(), refusals);
    }

    private BufferedReader text(InputStream bytes) {
        return new BufferedReader(
                new Metered(new InputStreamReader(bytes, UTF_8), limits.conversation()));
    }

    private void lines(InputStream bytes, JsonArray lines) throws IOException {
        BufferedReader reader = text(bytes);
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    value(new BufferedReader(new java.io.StringReader(line)), messages)
                            .ifPresent(lines::add);
                }
            }
        } catch (Metered.TooLong tooLong) {
            refuse(messages, Limit.CONVERSATION);
        }
    }

    private void refuse(PastWhere where, Limit limit) {
        long most = limit == Limit.LEVELS ? limits.levels() : limits.conversation();
        refusals.add(new PastRefusal.TooMuch(where, limit, most));
    }

    private Optional<JsonElement> value(BufferedReader text, PastWhere where) throws IOException {
        Metered characters = new Metered(text, limits.conversation());
        JsonReader in = new JsonReader(characters);
        Growing growing = new Growing(in, characters, limits);
        try {
            JsonElement value = growing.value();
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more than one value");
            }
            growing.over().ifPresent(limit -> refuse(where, limit));
            return growing.over().isPresent() ? Optional.empty() : Optional.of(value);
        } catch (EOFException cut) {
            refusals.add(new PastRefusal.CutOff(where));
        } catch (MalformedJsonException malformed) {
            refusals.add(new PastRefusal.NotJson(where, JsonFile.position(malformed)));
        } catch (Metered.TooLong endless) {
            refuse(where, Limit.TEXT);
        }
        return Optional.empty();
    }
}
