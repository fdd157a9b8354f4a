package nearside.cloud.download;

import nearside.cloud.outbound.Origin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A place where models are published, by the interface of huggingface.co: `/api/models/…/tree/…`
/// lists a folder, `/…/resolve/…` answers a file, large ones by pointing to a storage host.
///
/// @param base under which both lie; ends with a slash
/// @param storage hosts, beside the base's own, to which it may point
public record Hub(URI base, List<Origin> storage) {
    /// Where the models of the catalogue are published.
    public static final Hub PUBLIC = new Hub(URI.create("https://huggingface.co/"), List.of());

    private static final String PUBLIC_HOST = "huggingface.co";

    /// Whose hosts hold the large files of the public hub.
    private static final List<String> PUBLIC_STORAGE = List.of(".hf.co", ".huggingface.co");

    public Hub {
        if (!base.toString().endsWith("/") || base.getRawQuery() != null) {
            throw new IllegalArgumentException("hub: expected https://host/…/, found " + base);
        }
        var _ = Origin.of(base);
        storage = List.copyOf(storage);
    }

    public Origin origin() {
        return Origin.of(base);
    }

    /// Whether it may be asked, or be pointed to.
    public boolean reaches(Origin host) {
        return host.equals(origin()) || storage.contains(host) || isPublicStorage(host);
    }

    private boolean isPublicStorage(Origin host) {
        return origin().equals(PUBLIC.origin())
                && host.scheme().equals("https")
                && host.port() == origin().port()
                && PUBLIC_STORAGE.stream().anyMatch(host.host()::endsWith);
    }

    /// Whether it is the public one.
    public boolean isPublic() {
        return origin().host().equals(PUBLIC_HOST);
    }

    /// Where the files of a folder are listed.
    URI tree(Source source, String revision) {
        return under(
                "api/models/" + source.repository() + "/tree/" + revision + "/" + source.folder());
    }

    /// Where a file of the folder is.
    URI file(Source source, String revision, String name) {
        return under(source.repository() + "/resolve/" + revision + "/" + source.path(name));
    }

    private URI under(String path) {
        return base.resolve(
                Arrays.stream(path.split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .map(Hub::escaped)
                        .collect(Collectors.joining("/")));
    }

    private static String escaped(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
