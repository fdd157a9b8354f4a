package nearside.hubside;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What a hub and its storage host answer when nothing is wrong.
final class Site {
    private static final Header BINARY = new Header("Content-Type", "application/octet-stream");
    private static final Header TEXT = new Header("Content-Type", "text/plain; charset=utf-8");

    private final Revisions revisions = new Revisions();
    private final Map<String, Found> extras = new ConcurrentHashMap<>();
    private final URI storage;

    Site(URI storage) {
        this.storage = storage;
    }

    void publish(HubContent content) {
        revisions.publish(content);
    }

    void put(String path, Content content, String tag) {
        extras.put(path, new Found.Resource(content, tag, List.of(BINARY)));
    }

    Found find(Route route, HubRequest request) {
        return switch (route) {
            case Route.Tree tree -> tree(tree);
            case Route.Resolve(String repository, String revision, String path) ->
                    resolve(repository, revision, path);
            case Route.Cached(String repository, String revision, String path) ->
                    resolve(repository, revision, path);
            case Route.Stored(String sha256) -> stored(sha256, request);
            case Route.Loop(int step) ->
                    new Found.Fixed(Answer.redirect(302, "/loop/" + (step + 1)));
            case Route.Extra(String path) ->
                    Optional.ofNullable(extras.get(path)).orElse(nothing());
        };
    }

    private Found tree(Route.Tree tree) {
        Optional<HubContent> content = revisions.at(tree.repository(), tree.revision());
        if (content.isEmpty()) {
            return unknownRevision(tree.revision());
        }
        JsonArray list = list(content.get(), tree);
        if (list.isEmpty()) {
            return missing(404, "EntryNotFound", tree.folder() + " does not exist");
        }
        return new Found.Fixed(Answer.json(200, list.toString()));
    }

    private static JsonArray list(HubContent content, Route.Tree tree) {
        String start = tree.folder().isEmpty() ? "" : tree.folder() + "/";
        JsonArray list = new JsonArray();
        TreeSet<String> folders = new TreeSet<>();
        for (HubFile file : content.files()) {
            String path = file.path();
            int slash = path.startsWith(start) ? path.indexOf('/', start.length()) : -1;
            if (!path.startsWith(start)) {
                continue;
            }
            if (slash < 0 || tree.depth() == Route.Depth.ALL) {
                list.add(entry(file));
            } else if (folders.add(path.substring(0, slash))) {
                list.add(folder(content, path.substring(0, slash)));
            }
        }
        return list;
    }

    private static JsonObject folder(HubContent content, String path) {
        JsonObject entry = new JsonObject();
        entry.addProperty("type", "directory");
        entry.addProperty("oid", Digests.other(content.commit()));
        entry.addProperty("size", 0);
        entry.addProperty("path", path);
        return entry;
    }

    private static JsonObject entry(HubFile file) {
        JsonObject entry = new JsonObject();
        entry.addProperty("type", "file");
        entry.addProperty("oid", file.oid());
        entry.addProperty("size", file.content().size());
        if (file.sha256().isPresent()) {
            JsonObject lfs = new JsonObject();
            lfs.addProperty("oid", file.sha256().get());
            lfs.addProperty("size", file.content().size());
            lfs.addProperty("pointerSize", file.pointerSize());
            entry.add("lfs", lfs);
        }
        entry.addProperty("path", file.path());
        return entry;
    }

    private Found resolve(String repository, String revision, String path) {
        Optional<HubContent> content = revisions.at(repository, revision);
        if (content.isEmpty()) {
            return unknownRevision(revision);
        }
        Header commit = new Header("X-Repo-Commit", content.get().commit());
        return content.get()
                .file(path)
                .map(file -> file(file, commit))
                .orElseGet(() -> missing(404, "EntryNotFound", "Entry not found"));
    }

    private Found file(HubFile file, Header commit) {
        if (file.sha256().isEmpty()) {
            return new Found.Resource(file.content(), file.oid(), List.of(TEXT, commit));
        }
        String sha256 = file.sha256().get();
        return new Found.Fixed(
                Answer.redirect(302, storage + place(sha256))
                        .with(
                                commit,
                                new Header("X-Linked-Size", "" + file.content().size()),
                                new Header("X-Linked-ETag", "\"" + sha256 + "\"")));
    }

    /// The signed address of large content.
    private static String place(String sha256) {
        return "/repos/" + sha256 + "?" + signature(sha256);
    }

    private static String signature(String sha256) {
        return "Expires=4102444800&Key-Pair-Id=HUBSIDE&Signature="
                + Digests.other(sha256).substring(0, 40);
    }

    /// The storage host gives content to who has a signed address, under a tag of its own.
    private Found stored(String sha256, HubRequest request) {
        if (!request.query().equals(signature(sha256))) {
            return missing(403, "AccessDenied", "The signature is wrong");
        }
        return revisions
                .stored(sha256)
                .<Found>map(
                        content -> new Found.Resource(content, storageTag(sha256), List.of(BINARY)))
                .orElseGet(Site::nothing);
    }

    private static String storageTag(String sha256) {
        return sha256.substring(0, 32);
    }

    private static Found unknownRevision(String revision) {
        return missing(404, "RevisionNotFound", "Invalid rev id: " + revision);
    }

    private static Found nothing() {
        return missing(404, "NotFound", "Not found");
    }

    private static Found missing(int status, String code, String message) {
        return new Found.Fixed(
                Answer.error(status, code, message.replaceAll("[^ -~]|\"|\\\\", "?")));
    }

    /// A path as an address writes it.
    static String written(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
