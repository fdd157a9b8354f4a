package nearside.desktop.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An address that a text points to: one of the web, or of mail.
///
/// @param address as it would be opened
/// @param host that it leads to; of a mail the whole address
public record Link(String address, String host) {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /// Empty where that is no such address: scripts, files and the like are text.
    static Optional<Link> of(String target) {
        try {
            URI uri = new URI(target);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            Optional<String> host =
                    scheme.equals("mailto")
                            ? Optional.ofNullable(uri.getSchemeSpecificPart())
                            : Optional.ofNullable(uri.getHost());
            return SCHEMES.contains(scheme)
                    ? host.filter(it -> !it.isBlank()).map(it -> new Link(target, it))
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
