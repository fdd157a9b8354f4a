package nearside.hubside;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a path asks for.
sealed interface Route {
    /// What lies in a folder.
    record Tree(String repository, String revision, String folder, Depth depth) implements Route {}

    /// A file under its own name.
    record Resolve(String repository, String revision, String path) implements Route {}

    /// A small file at the address to which a hub may send.
    record Cached(String repository, String revision, String path) implements Route {}

    /// Large content on the storage host.
    record Stored(String sha256) implements Route {}

    /// A step of a way that leads nowhere.
    record Loop(int step) implements Route {}

    /// A path that a test has put there, or nobody.
    record Extra(String path) implements Route {}

    /// How far down a list goes.
    enum Depth {
        ONE,
        ALL
    }

    Pattern TREE = Pattern.compile("/api/models/([^/]+/[^/]+)/tree/([^/]+)(?:/(.*?))?/?");
    Pattern CACHED = Pattern.compile("/api/resolve-cache/models/([^/]+/[^/]+)/([0-9a-f]{40})/(.+)");
    Pattern RESOLVE = Pattern.compile("/([^/]+/[^/]+)/resolve/([^/]+)/(.+)");
    Pattern STORED = Pattern.compile("/repos/([0-9a-f]{64})");
    Pattern LOOP = Pattern.compile("/loop/(\\d{1,9})");

    static Route of(Served.Host host, HubRequest request) {
        return switch (host) {
            case HUB -> onHub(request);
            case STORAGE -> onStorage(request);
        };
    }

    private static Route onStorage(HubRequest request) {
        Matcher stored = STORED.matcher(request.path());
        return stored.matches() ? new Stored(stored.group(1)) : other(request.path());
    }

    private static Route onHub(HubRequest request) {
        String path = request.path();
        Matcher tree = TREE.matcher(path);
        if (tree.matches()) {
            Depth depth = request.query().contains("recursive=true") ? Depth.ALL : Depth.ONE;
            String folder = tree.group(3) == null ? "" : plain(tree.group(3));
            return new Tree(tree.group(1), plain(tree.group(2)), folder, depth);
        }
        Matcher cached = CACHED.matcher(path);
        if (cached.matches()) {
            return new Cached(cached.group(1), cached.group(2), plain(cached.group(3)));
        }
        Matcher resolve = RESOLVE.matcher(path);
        if (resolve.matches()) {
            return new Resolve(resolve.group(1), plain(resolve.group(2)), plain(resolve.group(3)));
        }
        return other(path);
    }

    private static Route other(String path) {
        Matcher loop = LOOP.matcher(path);
        return loop.matches() ? new Loop(Integer.parseInt(loop.group(1))) : new Extra(path);
    }

    private static String plain(String written) {
        return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// As which kind of request a script counts it.
    default Turn.Kind kind() {
        return switch (this) {
            case Tree _ -> Turn.Kind.TREE;
            case Resolve _, Cached _ -> Turn.Kind.RESOLVE;
            case Stored _ -> Turn.Kind.STORAGE;
            case Loop _, Extra _ -> Turn.Kind.EXTRA;
        };
    }
}
