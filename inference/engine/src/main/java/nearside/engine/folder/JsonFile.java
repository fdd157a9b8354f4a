package nearside.engine.folder;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A JSON file of a model folder, read strictly: real UTF-8, one value, nothing behind it.
final class JsonFile {
    /// The most bytes of a file whose values are used here; real ones have a few thousand.
    private static final long MOST_BYTES_READ = 4L << 20;

    static final long MOST_BYTES_PASSED_OVER = 64L << 20;

    private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);

    private final Listing folder;
    private final String name;

    JsonFile(Listing folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// All of the file. Every name and text in it passes by the watcher first, those of repeated
    /// names included.
    JsonValue read(JsonWatcher watcher) throws Flawed {
        folder.size(name, MOST_BYTES_READ);
        try (InputStream in = Channels.newInputStream(folder.open(name))) {
            String text = text(in);
            watch(text, watcher);
            return new JsonValue(name, "", TREE.read(strict(new StringReader(text))));
        } catch (IOException | RuntimeException broken) {
            throw notJson(broken);
        }
    }

    private String text(InputStream in) throws IOException, Flawed {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        Reader reader = utf8(in);
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            text.append(buffer, 0, read);
            if (text.length() > MOST_BYTES_READ) {
                throw new Flawed(new FolderFlaw.NotJson(name, "it grows while it is read"));
            }
        }
        return text.toString();
    }

    private void watch(String text, JsonWatcher watcher) throws IOException, Flawed {
        JsonReader json = strict(new StringReader(text));
        while (json.peek() != JsonToken.END_DOCUMENT) {
            switch (json.peek()) {
                case BEGIN_OBJECT -> json.beginObject();
                case END_OBJECT -> json.endObject();
                case BEGIN_ARRAY -> json.beginArray();
                case END_ARRAY -> json.endArray();
                case NAME -> {
                    String key = json.nextName();
                    watcher.name(key, path(json));
                }
                case STRING -> {
                    String path = path(json);
                    watcher.text(json.nextString(), path);
                }
                case NUMBER, BOOLEAN, NULL -> json.skipValue();
                case END_DOCUMENT -> {}
            }
        }
    }

    /// Reads the file to its end without keeping it: an object that is whole.
    void pass() throws Flawed {
        folder.size(name, MOST_BYTES_PASSED_OVER);
        try (InputStream in = Channels.newInputStream(folder.open(name))) {
            var _ = holds("", in);
        } catch (IOException broken) {
            throw notJson(broken);
        }
    }

    /// The same for a stream that somebody else opened; has its outermost object this name?
    boolean holds(String wanted, InputStream in) throws Flawed {
        try {
            JsonReader json = strict(utf8(in));
            boolean found = false;
            json.beginObject();
            while (json.hasNext()) {
                found |= json.nextName().equals(wanted);
                json.skipValue();
            }
            json.endObject();
            var _ = json.peek(); // throws where anything follows
            return found;
        } catch (IOException | RuntimeException broken) {
            throw notJson(broken);
        }
    }

    private static JsonReader strict(Reader reader) {
        JsonReader json = new JsonReader(reader);
        json.setStrictness(Strictness.STRICT);
        return json;
    }

    private static Reader utf8(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static String path(JsonReader json) {
        String path = json.getPath();
        return path.startsWith("$.") ? path.substring(2) : path;
    }

    private Flawed notJson(Exception broken) {
        return new Flawed(new FolderFlaw.NotJson(name, problem(broken)));
    }

    /// Gson says line and column in the first line of its messages.
    private static String problem(Exception broken) {
        return switch (broken) {
            case CharacterCodingException notUtf8 -> "it is not UTF-8 text";
            case MalformedJsonException malformed -> firstLine(malformed);
            case EOFException cut -> firstLine(cut);
            case IOException unreadable -> "it cannot be read";
            default -> firstLine(broken);
        };
    }

    private static String firstLine(Exception broken) {
        String message = String.valueOf(broken.getMessage());
        String line = message.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
