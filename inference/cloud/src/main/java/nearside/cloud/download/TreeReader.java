package nearside.cloud.download;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;

import nearside.engine.folder.FileNames;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads how a hub lists a folder: `[{type, path, size, oid, lfs?: {oid, size}}]`.
final class TreeReader {
    static final int MOST_BYTES = 4 << 20;

    private final String host;
    private final Source source;

    TreeReader(String host, Source source) {
        this.host = host;
        this.source = source;
    }

    /// The files of a model that lie in the folder itself; others are passed over.
    List<HubFile> read(byte[] listing) throws Setback {
        List<HubFile> files = new ArrayList<>();
        for (JsonElement entry : array(listing)) {
            if (!(entry instanceof JsonObject object)) {
                throw unlike("entries", entry.toString());
            }
            file(object).ifPresent(files::add);
        }
        return files;
    }

    private JsonArray array(byte[] listing) throws Setback {
        try {
            JsonReader json =
                    new JsonReader(
                            new InputStreamReader(
                                    new ByteArrayInputStream(listing), StandardCharsets.UTF_8));
            json.setStrictness(Strictness.STRICT);
            if (JsonParser.parseReader(json) instanceof JsonArray array) {
                return array;
            }
        } catch (JsonParseException | IllegalStateException | StackOverflowError broken) {
            throw unlike("a list of files as JSON", String.valueOf(broken.getMessage()));
        }
        throw unlike("a list of files as JSON", "something else");
    }

    private Optional<HubFile> file(JsonObject entry) throws Setback {
        String path = text(entry, "path");
        Optional<String> name = name(path);
        if (!text(entry, "type").equals("file") || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    entry.get("lfs") instanceof JsonObject large
                            ? new HubFile(
                                    name.get(),
                                    size(large),
                                    new Checksum(Checksum.Kind.SHA_256, text(large, "oid")))
                            : new HubFile(
                                    name.get(),
                                    size(entry),
                                    new Checksum(Checksum.Kind.GIT_BLOB, text(entry, "oid"))));
        } catch (IllegalArgumentException wrong) {
            throw unlike("a size and a sum of " + name.get(), String.valueOf(wrong.getMessage()));
        }
    }

    /// Its own name where it lies in the folder itself and can be a part of a model.
    private Optional<String> name(String path) {
        String before = source.path("");
        return Optional.of(path)
                .filter(it -> it.startsWith(before))
                .map(it -> it.substring(before.length()))
                .filter(FileNames::belongs);
    }

    private String text(JsonObject object, String key) throws Setback {
        if (object.get(key) instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw unlike("a text for " + key, String.valueOf(object.get(key)));
    }

    private long size(JsonObject object) throws Setback {
        if (object.get("size") instanceof JsonPrimitive number
                && number.isNumber()
                && number.getAsString().matches("\\d{1,18}")) {
            return Long.parseLong(number.getAsString());
        }
        throw unlike("a size in bytes", String.valueOf(object.get("size")));
    }

    /// A hub in trouble may send a page instead; that passes.
    private Setback unlike(String expected, String found) {
        return new Setback.Passing(new DownloadFailure.Unlike(host, expected, Asking.brief(found)));
    }
}
